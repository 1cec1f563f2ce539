import { lockItemsOf, type OpenItemRow } from '@atlas/accounting';
import type { TenantTx } from '@atlas/platform';
import type { CreditedBill } from '../domain/supplier-credit.ts';
import { lockBills } from './credited-bills.repository.ts';

/** The bills that credit notes take back, with their open items. */
export type CreditedBills = { readonly bills: ReadonlyMap<string, CreditedBill>; readonly items: readonly OpenItemRow[] };

/** Loads and locks the bills that credit notes take back: their items first (packages/docs/adr/0023). */
export async function lockCreditedBills(tx: TenantTx, ids: readonly string[]): Promise<CreditedBills> {
  if (ids.length === 0) return { bills: new Map(), items: [] };
  const [items, rows] = await Promise.all([lockItemsOf(tx, ids), lockBills(tx, ids)]);
  return { bills: new Map(rows.map((row) => [row.id, row])), items };
}
