import { lockItemsOf, type OpenItemRow } from '@atlas/accounting';
import type { TenantTx } from '@atlas/platform';
import type { CreditedInvoice } from '../domain/credit.ts';
import { lockInvoices } from './terms.repository.ts';

/** The invoices that credit notes take back, with their open items. */
export type CreditedInvoices = {
  readonly invoices: ReadonlyMap<string, CreditedInvoice>;
  readonly items: readonly OpenItemRow[];
};

/** Loads and locks the invoices that credit notes take back: their items first (packages/docs/adr/0023). */
export async function lockCreditedInvoices(tx: TenantTx, ids: readonly string[]): Promise<CreditedInvoices> {
  if (ids.length === 0) return { invoices: new Map(), items: [] };
  const [items, rows] = await Promise.all([lockItemsOf(tx, ids), lockInvoices(tx, ids)]);
  return { invoices: new Map(rows.map((row) => [row.id, row])), items };
}
