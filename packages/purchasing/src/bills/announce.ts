import type { MoneyJson } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { billPosted, billVoided, supplierCreditPosted } from '../contract/events.ts';
import type { CreditEffect } from './prepared-bill.ts';

type Posted = {
  readonly id: string;
  readonly kind: 'bill' | 'credit_note';
  readonly number: string;
  readonly supplierId: string;
  readonly supplierNumber: string | null;
  readonly date: string;
  readonly gross: MoneyJson;
  readonly entryId: string;
};

/** Tells the world that a document was posted. */
export function announcePosting(tx: TenantTx, { id, kind, ...posted }: Posted): void {
  const { number, supplierId, supplierNumber, date, gross, entryId } = posted;
  const told = { billId: id, number, supplierId, supplierNumber, date, gross, entryId };
  tx.emit(kind === 'bill' ? billPosted : supplierCreditPosted, told);
}

/** Tells which bills credit notes voided. */
export function announceCredits(
  tx: TenantTx,
  effects: readonly CreditEffect[],
  notes: readonly { id: string; creditedBillId: string | null }[],
): void {
  for (const effect of effects) {
    if (effect.status !== 'voided') continue;
    const note = notes.find((each) => each.creditedBillId === effect.id);
    if (note) tx.emit(billVoided, { billId: effect.id, creditNoteId: note.id });
  }
}
