import { inBooks, ratesOn } from '@atlas/accounting';
import { AtlasError, type BusinessDate, decimal, money, moneyOf } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { type Worth, worthByValue } from '../domain/value-lines.ts';

type Posted = {
  readonly date: BusinessDate;
  /** What the bank made of it, in the books. */
  readonly value: string | null;
  /** What it comes to on the account of the bank. */
  readonly bankMinor: bigint;
};

/**
 * What amounts of matches are in the books: their part of what the bank made of them, or by the rate of the day. Undefined for an
 * account in the currency of the books, where an amount is what it is.
 *
 * @throws AtlasError `accounting.own_currency`, `accounting.no_rate`, `accounting.stale_rate`
 */
export async function worthOfMatches(
  tx: TenantTx,
  matches: readonly Posted[],
  currency: string,
  books: string,
): Promise<(Worth | undefined)[]> {
  if (currency === books) {
    const message = `The books are kept in ${books}, as the account is.`;
    if (matches.some(({ value }) => value !== null))
      throw new AtlasError('accounting.own_currency', message, {
        errors: [{ pointer: '/value', code: 'accounting.own_currency', message }],
      });
    return [];
  }
  const rates = await ratesOn(
    tx,
    matches.flatMap(({ date, value }) => (value === null ? [{ currency, on: date }] : [])),
  );
  return matches.map(({ date, value, bankMinor }) => {
    if (value !== null) return worthByValue(bankMinor, moneyOf(value, books).minor);
    const { quotation, rate } = rates.rateOn(currency, date);
    const quoted = { quotation, rate: decimal(rate) };
    return (minor) => inBooks(money(minor, currency), quoted, books).minor;
  });
}
