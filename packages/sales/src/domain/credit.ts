import { AtlasError } from '@atlas/kernel';

export type CreditedInvoice = {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly customerId: string;
  readonly currency: string;
  readonly grossMinor: bigint;
  readonly openMinor: bigint;
};

export type Credit = { readonly customerId: string; readonly currency: string; readonly grossMinor: bigint };

/** What is open on a document when it is posted: all of an invoice, minus a free credit note, nothing of one that takes an invoice back. */
export function openWhenPosted(document: {
  readonly kind: string;
  readonly grossMinor: bigint;
  readonly creditedInvoiceId: string | null;
}): bigint {
  if (document.kind === 'invoice') return document.grossMinor;
  return document.creditedInvoiceId === null ? -document.grossMinor : 0n;
}

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
  if (credit.grossMinor > invoice.openMinor) {
    throw new AtlasError('sales.credit_exceeds_open', 'The credit note is larger than what is still open on the invoice.', {
      openMinor: invoice.openMinor.toString(),
      creditMinor: credit.grossMinor.toString(),
    });
  }
  const openMinor = invoice.openMinor - credit.grossMinor;
  return { openMinor, status: openMinor === 0n && credit.grossMinor === invoice.grossMinor ? 'voided' : 'posted' };
}
