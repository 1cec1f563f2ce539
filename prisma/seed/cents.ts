import { amountText, money } from '@atlas/kernel';

/** The currency of the demo's books. */
export const currency = 'EUR';

/** Whole cents of something that is a share of cents: half away from zero, as the books round. */
export const wholeCents = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** Cents as the decimal text that commands take. */
export const euros = (cents: number): string => amountText(money(BigInt(cents), currency));
