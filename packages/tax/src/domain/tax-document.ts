import { type Decimal, one, subtract } from '@atlas/kernel';
import { amountOf, dividedBy, type Fraction, fractionOf, sum, times, type Unit, unitsOf, whole } from './fraction.ts';
import { roundedByDocument } from './round-document.ts';
import { type Rounded, type TaxedDocument, type TaxUnits, totalsOf } from './rounded.ts';
import type { Tax } from './tax.ts';
import { type TaxedLine, taxLine } from './tax-line.ts';

/** A line as it is written. `discount` is a share taken off the price of a unit. */
export type DocumentLine = {
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly discount: Decimal;
  readonly taxes: readonly Tax[];
  /** What it comes to without taxes, whatever its price says: part of a charge of the document. */
  readonly net?: Fraction;
};

/** `line`: each tax of each line is rounded, and the sums are sums of what is rounded. `document`: each tax is rounded once. */
export type RoundingMode = 'line' | 'document';

/** The taxes of a document by their keys, summed. */
function sumByTax(lines: Rounded['lines']): TaxUnits[] {
  const byKey = new Map<string, TaxUnits>();
  for (const { tax, base, amount } of lines.flatMap(({ taxes }) => taxes)) {
    const before = byKey.get(tax.key);
    byKey.set(tax.key, { tax, base: base + (before?.base ?? 0n), amount: amount + (before?.amount ?? 0n) });
  }
  return [...byKey.values()];
}

const roundedByLine = (lines: readonly TaxedLine[], unit: Unit): Rounded => {
  const rounded = lines.map(({ net, taxes }) => ({
    net: unitsOf(net, unit),
    taxes: taxes.map(({ tax, base, amount }) => ({ tax, base: unitsOf(base, unit), amount: unitsOf(amount, unit) })),
  }));
  return { lines: rounded, taxes: sumByTax(rounded) };
};

const exact = (value: Fraction): Fraction => value;

/** Works out the lines before a document is rounded: settled as they are found when rounding is by line, otherwise exact. */
function taxedLines(lines: readonly DocumentLine[], mode: RoundingMode, unit: Unit): TaxedLine[] {
  const settle = mode === 'line' ? (value: Fraction) => amountOf(unitsOf(value, unit), unit) : exact;
  return lines.map(({ quantity, unitPrice, discount, taxes, net }) => {
    if (net !== undefined) return { ...taxLine(net, whole, taxes, settle, true), isSettled: true };
    const price = times(fractionOf(unitPrice), fractionOf(subtract(one, discount)));
    return taxLine(price, fractionOf(quantity), taxes, settle);
  });
}

/** What lines and the taxes that are owed on them come to before anything is rounded. */
export const exactGross = (lines: readonly DocumentLine[], unit: Unit): Fraction =>
  sum(taxedLines(lines, 'document', unit).map(({ gross }) => gross));

const round = (lines: readonly TaxedLine[], mode: RoundingMode, unit: Unit): Rounded =>
  mode === 'line' ? roundedByLine(lines, unit) : roundedByDocument(lines, unit);

/**
 * Works out the taxes of a document: net + tax = gross to the step, by either rounding.
 *
 * @throws AtlasError `tax.indivisible`
 */
export function taxDocument(lines: readonly DocumentLine[], mode: RoundingMode, unit: Unit): TaxedDocument {
  const rounded = round(taxedLines(lines, mode, unit), mode, unit);
  return { ...rounded, ...totalsOf(rounded) };
}

function convert({ net, gross, taxes, ...line }: TaxedLine, rate: Fraction): TaxedLine {
  const into = (value: Fraction): Fraction => dividedBy(value, rate);
  return {
    ...line,
    net: into(net),
    gross: into(gross),
    taxes: taxes.map(({ tax, base, amount }) => ({ tax, base: into(base), amount: into(amount) })),
  };
}

/**
 * The same document in the currency of the books: by line each rounded amount is converted and rounded again, by document the
 * exact amounts are converted and rounded once.
 *
 * @param rate units of the document's currency for one of the books'
 * @param into the smallest amount of the books' currency
 */
export function taxDocumentInto(
  lines: readonly DocumentLine[],
  mode: RoundingMode,
  unit: Unit,
  rate: Decimal,
  into: Unit,
): TaxedDocument {
  const converted = taxedLines(lines, mode, unit).map((line) => convert(line, fractionOf(rate)));
  const rounded = round(converted, mode, into);
  return { ...rounded, ...totalsOf(rounded) };
}
