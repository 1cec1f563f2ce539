import { type Decimal, divideRounded, type Rounding } from '@atlas/kernel';

/** An exact quotient in lowest terms, `under` positive: nothing is rounded before a rule says so. */
export type Fraction = { readonly over: bigint; readonly under: bigint };

const size = (value: bigint): bigint => (value < 0n ? -value : value);

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [size(a), size(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `over / under`. @throws RangeError when `under` is zero */
export function fraction(over: bigint, under = 1n): Fraction {
  // Amounts that were settled are mostly whole: they need no divisor to be looked for.
  if (under === 1n) return { over, under };
  if (under !== 0n && over % under === 0n) return { over: over / under, under: 1n };
  const common = commonDivisor(over, under) * (under < 0n ? -1n : 1n);
  return { over: over / common, under: under / common };
}

export const fractionOf = ({ coefficient, scale }: Decimal): Fraction => fraction(coefficient, 10n ** BigInt(scale));

export const nothing: Fraction = { over: 0n, under: 1n };
export const whole: Fraction = { over: 1n, under: 1n };

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under - b.over * a.under, a.under * b.under);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);

/** @throws RangeError when `b` is zero */
export const dividedBy = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over);

export const sum = (values: readonly Fraction[]): Fraction => values.reduce(plus, nothing);

/** The smallest amount there is (a cent, five centimes, a yen), and how a half of it is settled. */
export type Unit = { readonly step: Decimal; readonly tie: Rounding };

/** How many steps an amount is, rounded. */
export function unitsOf(value: Fraction, { step, tie }: Unit): bigint {
  const { over, under } = dividedBy(value, fractionOf(step));
  return divideRounded(over, under, tie);
}

/** The amount that so many steps are. */
export const amountOf = (units: bigint, { step }: Unit): Fraction => times(fraction(units), fractionOf(step));
