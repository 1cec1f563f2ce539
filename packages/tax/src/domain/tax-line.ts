import { type Bases, basesOf, indivisible, shareOf } from './bases.ts';
import { type Fraction, fractionOf, minus, nothing, plus, sum, times, whole } from './fraction.ts';
import { type Equation, solve } from './solve.ts';
import { isOnNet, isOwed, type Tax } from './tax.ts';

/** What one tax of a line comes to, and on what. */
export type TaxOfLine = { readonly tax: Tax; readonly base: Fraction; readonly amount: Fraction };

/** A line without its taxes, with those that are owed, and each of them. */
export type TaxedLine = {
  readonly net: Fraction;
  readonly gross: Fraction;
  readonly taxes: readonly TaxOfLine[];
  /** Its net is no sum of prices that may be rounded with others. */
  readonly isSettled?: boolean;
};

const bit = (set: boolean): Fraction => (set ? whole : nothing);

/** What a tax is, as an equation: it is its share of the net and of the taxes that it sees. Unknown are the net and each tax. */
function equationOf(tax: Tax, index: number, bases: Bases, units: Fraction): Equation {
  const value = fractionOf(tax.value);
  const own = (other: number): Fraction => bit(other === index);
  const others = [...bases.sees.keys()];
  if (tax.kind === 'fixed') return { by: [nothing, ...others.map(own)], is: times(units, value) };
  const counts = (other: number): boolean =>
    bases.sees[index]?.[other] === true || (tax.kind === 'division' && bases.batch[index] === bases.batch[other]);
  return {
    by: [
      times(minusOne, times(value, bit(isOnNet(tax)))),
      ...others.map((other) => minus(own(other), times(value, bit(counts(other))))),
    ],
    is: nothing,
  };
}

const minusOne: Fraction = { over: -1n, under: 1n };

/** Prices without taxes in them need no equations; those with division taxes do, which may be as large as the price. */
const needsSolving = ({ included, kind }: Tax): boolean => included || kind === 'division';

/** The exact taxes of a price: it is the net and the taxes that it has in it. Those that are not in it follow from their bases. */
function exactAmounts(start: Fraction, units: Fraction, taxes: readonly Tax[], bases: Bases): Fraction[] {
  if (!taxes.some(needsSolving)) return taxes.map(() => nothing);
  const price: Equation = { by: [whole, ...taxes.map(({ included }) => bit(included))], is: start };
  const solved = solve([price, ...taxes.map((tax, index) => equationOf(tax, index, bases, units))]);
  return solved ? solved.slice(1) : indivisible();
}

/**
 * How many units a fixed tax is owed on. A price below zero takes goods back as a quantity below zero does (a refunded deposit, a
 * corrected line), so the tax has the sign of what the line comes to. Source of the rule: Odoo's fixed taxes,
 * `_eval_tax_amount_fixed_amount` of `account.tax`, which takes the sign of the price times that of the quantity.
 */
const unitsOwedOn = (price: Fraction, quantity: Fraction): Fraction => (price.over < 0n ? minus(nothing, quantity) : quantity);

/**
 * Works out the taxes of one line. Included taxes are settled first, so that a price stays what it is; what is left is the net, and
 * the others follow from it, one after the other.
 *
 * @param price of one unit, discount taken off
 * @param taxes in order
 * @param settle rounds each amount as it is found (rounding by line), or leaves it exact
 * @param isNet the price has no taxes in it, whatever they say
 * @throws AtlasError `tax.indivisible`
 */
export function taxLine(
  price: Fraction,
  quantity: Fraction,
  taxes: readonly Tax[],
  settle: (value: Fraction) => Fraction,
  isNet = false,
): TaxedLine {
  const start = settle(times(price, quantity));
  const units = unitsOwedOn(price, quantity);
  const bases = basesOf(taxes);
  const amounts = isNet ? taxes.map(() => nothing) : exactAmounts(start, units, taxes, bases).map(settle);
  const net = minus(start, sum(amounts.filter((_, index) => taxes[index]?.included)));
  const lines = taxes.map((tax, index): TaxOfLine => {
    const base = plus(isOnNet(tax) ? net : nothing, sum(amounts.filter((_, other) => bases.sees[index]?.[other])));
    if (!tax.included || isNet) amounts[index] = settle(shareOf(tax, index, base, { taxes, bases, units }));
    return { tax, base, amount: amounts[index] as Fraction };
  });
  return { net, gross: plus(net, sum(lines.filter(({ tax }) => isOwed(tax)).map(({ amount }) => amount))), taxes: lines };
}
