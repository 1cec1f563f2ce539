import type { Decimal } from '@atlas/kernel';

/** An exact quotient: nothing is rounded before an amount is due. */
export type Fraction = { readonly over: bigint; readonly under: bigint };

export const fraction = (over: bigint | number, under: bigint | number = 1n): Fraction => ({
  over: BigInt(over),
  under: BigInt(under),
});

export const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });

export const dividedBy = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.under, under: a.under * b.over });

export const fractionOf = ({ coefficient, scale }: Decimal): Fraction => fraction(coefficient, 10n ** BigInt(scale));
