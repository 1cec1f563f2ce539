import type { TenantTx } from '@atlas/platform';
import { deleteDocumentTaxes, insertDocumentTaxes, postDocumentTaxes, postForeignTaxes, type Rated } from '@atlas/tax';
import { type PreparedBill, sourceKind } from './prepared-bill.ts';

/** Keeps the taxes of bills that were just written. `entryId` is null while one is a draft. */
export function keepTaxes(tx: TenantTx, bills: readonly (PreparedBill & { readonly entryId: string | null })[]): void {
  const taxed = bills.filter(({ taxes }) => taxes.length > 0);
  if (taxed.length === 0) return;
  const sources = taxed.map(({ id, kind, postingDate, currency, taxes, entryId }) => ({
    sourceKind,
    sourceId: id,
    direction: 'purchase' as const,
    date: postingDate,
    currency,
    takesBack: kind === 'credit_note',
    entryId,
    taxes,
  }));
  tx.tell(insertDocumentTaxes(tx, sources));
}

/** Forgets the taxes of a draft. */
export const forgetTaxes = (tx: TenantTx, id: string): void => tx.tell(deleteDocumentTaxes(tx, { sourceKind, sourceId: id }));

/** The taxes of a draft are in the books now. */
export function postTaxes(tx: TenantTx, bill: Pick<PreparedBill, 'id' | 'kind' | 'taxes'> & Rated, entryId: string): void {
  const source = { sourceKind, sourceId: bill.id };
  const taxed = { takesBack: bill.kind === 'credit_note', taxes: bill.taxes };
  tx.tell(bill.inBooks ? postForeignTaxes(tx, source, entryId, taxed) : postDocumentTaxes(tx, source, entryId));
}
