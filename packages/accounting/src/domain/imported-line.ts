import { AtlasError, moneyOf } from '@atlas/kernel';

/** What a row of a file says of an amount: on one side, or with its sign. */
export type ImportedAmount = { readonly debit?: string; readonly credit?: string; readonly amount?: string };

const minorOf = (text: string | undefined, currency: string): bigint => (text ? moneyOf(text, currency).minor : 0n);

/**
 * Debit positive, credit negative; a side with a minus is the other side. Zero when the row has no amount.
 *
 * @throws AtlasError `accounting.invalid_line` when it says more than one, `too_many_decimals`
 */
export function importedMinor({ debit, credit, amount }: ImportedAmount, currency: string): bigint {
  const [left, right, signed] = [minorOf(debit, currency), minorOf(credit, currency), minorOf(amount, currency)];
  if ([left, right, signed].filter((minor) => minor !== 0n).length > 1)
    throw new AtlasError('accounting.invalid_line', 'A line has one amount: a debit, a credit, or one with its sign.');
  return left - right + signed;
}
