import { AtlasError } from '@atlas/kernel';

export type CreditedInvoice = {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly customerId: string;
  readonly date: string;
  readonly currency: string;
  readonly exchangeRate: { readonly quotation: 'foreign_per_base' | 'base_per_foreign'; readonly rate: string } | null;
  readonly payableMinor: bigint;
  readonly openMinor: bigint;
};

export type Credit = { readonly customerId: string; readonly currency: string; readonly payableMinor: bigint };

/** What is open on a document when it is posted: all of an invoice, minus a credit note, until it settles something. */
export const openWhenPosted = ({ kind, payableMinor }: { readonly kind: string; readonly payableMinor: bigint }): bigint =>
  kind === 'invoice' ? payableMinor : -payableMinor;

/**
 * What is left of an invoice after a credit note: it is voided when all of it was credited.
 *
 * @throws AtlasError `sales.invalid_credit`, `sales.credit_exceeds_open`
 */
export function creditAgainst(invoice: CreditedInvoice, credit: Credit): { openMinor: bigint; status: 'posted' | 'voided' } {
  if (invoice.kind !== 'invoice' || invoice.status !== 'posted') {
    throw new AtlasError('sales.invalid_credit', 'Only a posted invoice can be credited.');
  }
  if (invoice.customerId !== credit.customerId || invoice.currency !== credit.currency) {
    throw new AtlasError('sales.invalid_credit', 'A credit note goes to the customer of the invoice, in its currency.');
  }
  if (credit.payableMinor > invoice.openMinor) {
    throw new AtlasError('sales.credit_exceeds_open', 'The credit note is larger than what is still open on the invoice.', {
      openMinor: invoice.openMinor.toString(),
      creditMinor: credit.payableMinor.toString(),
    });
  }
  const openMinor = invoice.openMinor - credit.payableMinor;
  return { openMinor, status: openMinor === 0n && credit.payableMinor === invoice.payableMinor ? 'voided' : 'posted' };
}
