import { type BusinessDate, type Currency, decimal, moneyOf } from '@atlas/kernel';
import type { WrittenCharge } from '../contract/charges.ts';
import type { Charge } from '../domain/charges.ts';
import { checkCharges } from '../domain/check-charges.ts';
import type { TaxesOn } from './taxes-on.ts';

type Document = {
  readonly date: BusinessDate;
  readonly currency: Currency;
  readonly charges?: readonly WrittenCharge[] | undefined;
};

/**
 * The charges of a document with their taxes of its day.
 *
 * @param at JSON pointer of the document in the input
 * @throws AtlasError `tax.invalid_charge`, `tax.unknown_tax`, `tax.not_in_force`, `too_many_decimals`
 */
export function chargesOf({ date, currency, charges = [] }: Document, taxes: TaxesOn, at: string): Charge[] {
  checkCharges(charges, at);
  return charges.map(({ kind, amount, share, of, through, taxIds }, index) => {
    if (amount !== undefined) moneyOf(amount, currency);
    return {
      isDiscount: kind === 'discount',
      amount: amount === undefined ? null : decimal(amount),
      share: share === undefined ? null : decimal(share),
      of,
      through: through === undefined ? null : through - 1,
      taxes: taxIds === null ? null : taxes.of(taxIds, date, `${at}/charges/${index}/taxIds`),
    };
  });
}
