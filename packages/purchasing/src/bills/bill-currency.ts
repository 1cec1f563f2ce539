import type { CreditedBill } from '../domain/supplier-credit.ts';
import { invalidTerm } from './invalid-term.ts';
import type { NewBill, PreparedBill } from './prepared-bill.ts';

/**
 * The currency of a document and the rate that it names. A credit note has those of the bill that it takes back.
 *
 * @param at JSON pointer of the bill in the input
 * @throws AtlasError `accounting.own_currency`
 */
export function currencyOf(
  input: NewBill,
  at: string,
  { books, credited }: { readonly books: string; readonly credited: CreditedBill | undefined },
): Pick<PreparedBill, 'currency' | 'exchangeRate'> {
  const currency = input.currency ?? credited?.currency ?? books;
  if (currency !== books)
    return { currency, exchangeRate: input.exchangeRate ?? (credited?.currency === currency ? credited.exchangeRate : null) };
  if (input.exchangeRate)
    throw invalidTerm(`${at}/exchangeRate`, 'accounting.own_currency', `The books are kept in ${currency}.`);
  return { currency, exchangeRate: null };
}
