import type { MoneyJson } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { creditNotePosted, invoicePosted, invoiceVoided } from '../contract/events.ts';
import type { CreditEffect } from './prepare-invoices.ts';

type Posted = {
  readonly id: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
  readonly customerId: string;
  readonly date: string;
  readonly gross: MoneyJson;
  readonly entryId: string;
};

/** Tells the world that a document was posted. */
export function announcePosting(tx: TenantTx, { id, kind, ...posted }: Posted): void {
  const { number, customerId, date, gross, entryId } = posted;
  tx.emit(kind === 'invoice' ? invoicePosted : creditNotePosted, { invoiceId: id, number, customerId, date, gross, entryId });
}

/** Tells which invoices credit notes voided. */
export function announceCredits(
  tx: TenantTx,
  effects: readonly CreditEffect[],
  notes: readonly { id: string; creditedInvoiceId: string | null }[],
): void {
  for (const effect of effects) {
    if (effect.status !== 'voided') continue;
    const note = notes.find((each) => each.creditedInvoiceId === effect.id);
    if (note) tx.emit(invoiceVoided, { invoiceId: effect.id, creditNoteId: note.id });
  }
}
