import { type Fraction, sum, type Unit, unitsOf } from './fraction.ts';
import type { Rounded, TaxUnits } from './rounded.ts';
import { spread } from './spread.ts';
import type { TaxedLine, TaxOfLine } from './tax-line.ts';

type Placed = TaxOfLine & { readonly line: number; readonly place: number };

/** Items by a key, in the order in which keys first come. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** One amount of several places of the document: rounded once and laid out over them. */
function together<T>(items: readonly T[], amountOf: (item: T) => Fraction, unit: Unit): [total: bigint, parts: bigint[]] {
  const exact = items.map(amountOf);
  const total = unitsOf(sum(exact), unit);
  return [total, spread(total, exact, unit)];
}

/**
 * The nets of lines, in steps. Lines that begin with one tax share a base, so their nets are rounded once, together; a line
 * without a tax is rounded alone, and so is what is settled.
 */
function roundedNets(lines: readonly TaxedLine[], unit: Unit): bigint[] {
  const nets: bigint[] = [];
  const indexed = lines.map((line, index) => ({ line, index }));
  for (const group of grouped(indexed, ({ line, index }) => (line.isSettled ? null : line.taxes[0]?.tax.key) ?? ` ${index}`)) {
    const [, parts] = together(group, ({ line }) => line.net, unit);
    group.forEach(({ index }, part) => {
      nets[index] = parts[part] as bigint;
    });
  }
  return nets;
}

/** Rounds each tax of a document once, and lays what it comes to out over the lines. */
export function roundedByDocument(lines: readonly TaxedLine[], unit: Unit): Rounded {
  const placed: Placed[] = lines.flatMap(({ taxes }, line) => taxes.map((tax, place) => ({ ...tax, line, place })));
  const nets = roundedNets(lines, unit);
  const rounded = nets.map((net) => ({ net, taxes: [] as TaxUnits[] }));
  const taxes = grouped(placed, ({ tax }) => tax.key).map((group): TaxUnits => {
    const [base, bases] = together(group, (item) => item.base, unit);
    const [amount, amounts] = together(group, (item) => item.amount, unit);
    group.forEach(({ tax, line, place }, part) => {
      (rounded[line] as (typeof rounded)[number]).taxes[place] = {
        tax,
        base: bases[part] as bigint,
        amount: amounts[part] as bigint,
      };
    });
    return { tax: (group[0] as Placed).tax, base, amount };
  });
  return { lines: rounded, taxes };
}
