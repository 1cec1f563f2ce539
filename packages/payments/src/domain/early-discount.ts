import {
  addDays,
  type BusinessDate,
  type Currency,
  decimal,
  decimalOf,
  divideRounded,
  money,
  multiply,
  roundToMoney,
} from '@atlas/kernel';

/** What paying early takes off. */
export type EarlyDiscount = {
  /** A share: 0.02 is 2 %. */
  readonly share: string;
  /** Within so many days of the document's date. */
  readonly days: number;
  /** Of the total with its taxes, which are corrected then, or of the net alone. */
  readonly basis: 'gross' | 'net';
};

type Totals = {
  readonly netMinor: bigint;
  readonly grossMinor: bigint;
  readonly currency: Currency;
  readonly date: BusinessDate;
};

/** The last day of an early discount, what it takes off the total, and whether taxes fall with it: not where it is of the net alone. */
export function discountOf(terms: EarlyDiscount, { netMinor, grossMinor, currency, date }: Totals) {
  const base = decimalOf(money(terms.basis === 'gross' ? grossMinor : netMinor, currency));
  const { minor: amountMinor } = roundToMoney(multiply(base, decimal(terms.share)), currency);
  return { until: addDays(date, terms.days), amountMinor, lowersTaxes: terms.basis === 'gross' };
}

/** A tax of a document, in minor units; withheld and reverse-charged ones are not part of what is paid and left out. */
export type DocumentTax = { readonly accountId: string; readonly amountMinor: bigint };

export type DiscountParts = {
  /** What comes off the revenue or the expense. */
  readonly netMinor: bigint;
  readonly taxes: readonly DocumentTax[];
};

/**
 * Splits a discount that is taken of a document with taxes: each tax falls in the proportion in which the total does, the
 * rest is the discount itself.
 */
export function splitDiscount(discountMinor: bigint, grossMinor: bigint, taxes: readonly DocumentTax[]): DiscountParts {
  if (grossMinor === 0n) return { netMinor: discountMinor, taxes: [] };
  const parts = taxes
    .map(({ accountId, amountMinor }) => ({ accountId, amountMinor: divideRounded(amountMinor * discountMinor, grossMinor) }))
    .filter(({ amountMinor }) => amountMinor !== 0n);
  return { netMinor: discountMinor - parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n), taxes: parts };
}
