import { AtlasError, type Decimal, decimal } from '@atlas/kernel';
import { amountOf, dividedBy, type Fraction, fractionOf, minus, nothing, sum, times, type Unit, unitsOf } from './fraction.ts';
import type { TaxedDocument } from './rounded.ts';
import { spread } from './spread.ts';
import type { Tax } from './tax.ts';
import { type DocumentLine, exactGross, type RoundingMode, taxDocument } from './tax-document.ts';

/**
 * What a charge or discount of a document is reckoned on: `lines` is what they come to without taxes, `charge` an earlier
 * charge, `total` all that stands before it with its taxes, `document` what the whole document comes to in the end.
 */
export type ChargeBase = 'lines' | 'charge' | 'total' | 'document';

/** A charge of a document, or a discount on it, before it is worked out. */
export type Charge = {
  readonly isDiscount: boolean;
  /** An amount without taxes (`document`: with all of them), or a share of the base. */
  readonly amount: Decimal | null;
  readonly share: Decimal | null;
  readonly of: ChargeBase;
  /** The index of the charge that it is of, or of the last one in the total that it is of. */
  readonly through: number | null;
  /** Its own taxes; null has it owe what the lines owe, each its part. */
  readonly taxes: readonly Tax[] | null;
};

/** A document with its charges: its lines are the lines, then the parts of each charge in order. */
export type ChargedDocument = {
  readonly document: TaxedDocument;
  /** All that was taxed, in the order of the lines of `document`. */
  readonly lines: readonly DocumentLine[];
  /** Which charge each line after the first ones is a part of. */
  readonly parts: readonly number[];
};

/** How amounts are worked out: exactly, or each rounded as the document is. */
type Reckoning = {
  readonly gross: (lines: readonly DocumentLine[]) => Fraction;
  readonly nets: (lines: readonly DocumentLine[]) => Fraction[];
  readonly settled: (value: Fraction) => Fraction;
  readonly laidOut: (value: Fraction, weights: readonly Fraction[]) => Fraction[];
};

const one = decimal('1');
const free = decimal('0');

const partOf = (net: Fraction, taxes: readonly Tax[]): DocumentLine => ({
  quantity: one,
  unitPrice: free,
  discount: free,
  taxes,
  net,
});

/** Parts of an amount in proportion to weights. */
function shares(value: Fraction, weights: readonly Fraction[]): Fraction[] {
  const all = sum(weights);
  return weights.map((weight) => (all.over === 0n ? nothing : times(value, dividedBy(weight, all))));
}

function reckonings(mode: RoundingMode, unit: Unit): { rounded: Reckoning; exact: Reckoning } {
  const nets = (lines: readonly DocumentLine[]) => taxDocument(lines, mode, unit).lines.map(({ net }) => amountOf(net, unit));
  const rounded: Reckoning = {
    gross: (lines) => amountOf(taxDocument(lines, mode, unit).gross, unit),
    nets,
    settled: (value) => amountOf(unitsOf(value, unit), unit),
    laidOut: (value, weights) => spread(unitsOf(value, unit), shares(value, weights), unit).map((units) => amountOf(units, unit)),
  };
  return { rounded, exact: { gross: (lines) => exactGross(lines, unit), nets, settled: (value) => value, laidOut: shares } };
}

/** What is for each unit of quantity is not owed on a charge. */
const sharedTaxes = ({ taxes }: DocumentLine): readonly Tax[] => taxes.filter(({ kind }) => kind !== 'fixed');

/** An amount as part of the lines: one part for each set of taxes that lines owe. */
function byLines(value: Fraction, lines: readonly DocumentLine[], { nets, laidOut }: Reckoning): DocumentLine[] {
  const of = nets(lines);
  const groups = [
    ...Map.groupBy([...lines.keys()], (index) =>
      sharedTaxes(lines[index] as DocumentLine)
        .map(({ key }) => key)
        .join(' '),
    ).values(),
  ];
  const weights = groups.map((group) => sum(group.map((index) => of[index] as Fraction)));
  if (sum(weights).over === 0n) return [partOf(value, [])];
  const amounts = laidOut(value, weights);
  return groups.map((group, index) => partOf(amounts[index] as Fraction, sharedTaxes(lines[group[0] as number] as DocumentLine)));
}

const signed = ({ isDiscount }: Charge, value: Fraction): Fraction => (isDiscount ? minus(nothing, value) : value);

function amountOn(charge: Charge, base: () => Fraction): Fraction {
  if (charge.amount !== null) return fractionOf(charge.amount);
  return times(base(), fractionOf(charge.share ?? free));
}

/** The parts of each charge, those of the whole document left out, one charge after the other. */
function partsOf(lines: readonly DocumentLine[], charges: readonly Charge[], reckoning: Reckoning): DocumentLine[][] {
  const parts: DocumentLine[][] = [];
  for (const [index, charge] of charges.entries()) {
    const base = (): Fraction => {
      if (charge.of === 'lines') return sum(reckoning.nets(lines));
      if (charge.of === 'charge') return sum((parts[charge.through ?? index - 1] ?? []).map(({ net = nothing }) => net));
      return reckoning.gross([...lines, ...parts.slice(0, (charge.through ?? index - 1) + 1).flat()]);
    };
    const value = charge.of === 'document' ? nothing : signed(charge, reckoning.settled(amountOn(charge, base)));
    if (charge.of === 'document') parts.push([]);
    else parts.push(charge.taxes === null ? byLines(value, lines, reckoning) : [partOf(value, charge.taxes)]);
  }
  return parts;
}

/** How far from the amount that proportion says rounding may take it: so many steps are tried. */
const nudges = [0n, 1n, -1n, 2n, -2n];

/**
 * The parts of a charge of the whole document: so much of the lines that the document, with its taxes and all its other
 * charges, comes to the amount more or less.
 *
 * @throws AtlasError `tax.indivisible`
 */
function partsOfWhole(
  charge: Charge,
  lines: readonly DocumentLine[],
  charges: readonly Charge[],
  mode: RoundingMode,
  unit: Unit,
) {
  const { rounded, exact } = reckonings(mode, unit);
  const total = (parts: readonly DocumentLine[], by: Reckoning): Fraction => {
    const all = [...lines, ...parts];
    return by.gross([...all, ...partsOf(all, charges, by).flat()]);
  };
  const before = total([], rounded);
  const change = signed(charge, rounded.settled(amountOn(charge, () => before)));
  const net = sum(rounded.nets(lines));
  const slope = minus(total(byLines(net, lines, exact), exact), total([], exact));
  if (slope.over === 0n)
    throw new AtlasError('tax.indivisible', 'The document has nothing that an amount could be laid out over.');
  const wanted = unitsOf(dividedBy(times(change, net), slope), unit);
  const candidates = nudges.map((nudge) => byLines(amountOf(wanted + nudge, unit), lines, rounded));
  const hits = (parts: readonly DocumentLine[]): boolean =>
    unitsOf(minus(minus(total(parts, rounded), before), change), unit) === 0n;
  return candidates.find(hits) ?? (candidates[0] as DocumentLine[]);
}

/**
 * Works out a document with its charges and discounts, each on what stands before it. Amounts are without taxes; taxes follow
 * from them, as they do from lines.
 *
 * @throws AtlasError `tax.indivisible`
 */
export function chargeDocument(
  lines: readonly DocumentLine[],
  charges: readonly Charge[],
  mode: RoundingMode,
  unit: Unit,
): ChargedDocument {
  const whole = charges.findIndex(({ of }) => of === 'document');
  const charge = charges[whole];
  const ofWhole = charge ? partsOfWhole(charge, lines, charges, mode, unit) : [];
  const parts = partsOf([...lines, ...ofWhole], charges, reckonings(mode, unit).rounded);
  const all = parts.map((own, index) => (index === whole ? ofWhole : own));
  const taxed = [...lines, ...all.flat()];
  return {
    document: taxDocument(taxed, mode, unit),
    lines: taxed,
    parts: all.flatMap((own, index) => own.map(() => index)),
  };
}
