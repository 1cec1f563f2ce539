import { AtlasError, type BusinessDate } from '@atlas/kernel';

export type CreditedBill = {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly supplierId: string;
  readonly date: BusinessDate;
  readonly currency: string;
  readonly exchangeRate: { readonly quotation: 'foreign_per_base' | 'base_per_foreign'; readonly rate: string } | null;
  readonly grossMinor: bigint;
  readonly openMinor: bigint;
};

export type SupplierCredit = {
  readonly supplierId: string;
  readonly currency: string;
  readonly grossMinor: bigint;
  readonly withheldMinor: bigint;
};

/** What is to be paid of a document: the gross without what is kept back. */
export const payableOf = ({ grossMinor, withheldMinor }: Pick<SupplierCredit, 'grossMinor' | 'withheldMinor'>): bigint =>
  grossMinor - withheldMinor;

/** What is open on a document when it is posted: all of a bill, minus a credit note, until it settles something. */
export const openWhenPosted = (
  document: Pick<SupplierCredit, 'grossMinor' | 'withheldMinor'> & { readonly kind: string },
): bigint => (document.kind === 'bill' ? payableOf(document) : -payableOf(document));

/**
 * What is left of a bill after a credit note: it is voided when all of it was credited.
 *
 * @throws AtlasError `purchasing.invalid_credit`, `purchasing.credit_exceeds_open`
 */
export function creditAgainst(bill: CreditedBill, credit: SupplierCredit): { openMinor: bigint; status: 'posted' | 'voided' } {
  if (bill.kind !== 'bill' || bill.status !== 'posted')
    throw new AtlasError('purchasing.invalid_credit', 'Only a posted bill can be credited.');
  if (bill.supplierId !== credit.supplierId || bill.currency !== credit.currency)
    throw new AtlasError('purchasing.invalid_credit', 'A credit note is of the supplier of the bill, in its currency.');
  const openMinor = bill.openMinor - payableOf(credit);
  if (openMinor < 0n)
    throw new AtlasError('purchasing.credit_exceeds_open', 'The credit note is larger than what is still open on the bill.', {
      openMinor: bill.openMinor.toString(),
      creditMinor: payableOf(credit).toString(),
    });
  return { openMinor, status: openMinor === 0n && credit.grossMinor === bill.grossMinor ? 'voided' : 'posted' };
}
