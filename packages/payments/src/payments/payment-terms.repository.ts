import { sql, type TenantTx } from '@atlas/platform';
import { takenOf } from '../terms/terms-of-documents.repository.ts';

/** The line that made an open item. */
type ItemKey = { readonly entryId: string; readonly position: number };

/** What a payment refers to, as far as it exists. */
export type PartiesTo = {
  readonly partyName: string | null;
  /** Type and role of the account that money lies on, null when there is no such account. */
  readonly account: {
    readonly type: string;
    readonly role: string | null;
    readonly isGroup: boolean;
    readonly archived: boolean;
  } | null;
};

export async function loadPartiesTo(tx: TenantTx, partyId: string, accountId: string): Promise<PartiesTo> {
  const [row] = await tx.rows<PartiesTo>(sql`
    select (select name from parties where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${partyId}::uuid) as "partyName",
      (select jsonb_build_object('type', type, 'role', role, 'isGroup', is_group, 'archived', archived_at is not null)
       from ledger_accounts where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${accountId}::uuid) as account`);
  return row as PartiesTo;
}

export type OfferedDiscount = ItemKey & {
  readonly until: string;
  /** What is left of it: without what payments took that stand. */
  readonly leftMinor: bigint;
  readonly lowersTaxes: boolean;
};

/** What paying items early takes off. Asked when the items are locked, it counts every payment on them. */
export const discountsOffered = (tx: TenantTx, keys: readonly ItemKey[]): Promise<OfferedDiscount[]> =>
  tx.rows<OfferedDiscount>(sql`
    select d.entry_id as "entryId", d.position, d.until, d.lowers_taxes as "lowersTaxes", d.amount_minor - ${takenOf(tx)} as "leftMinor"
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k ("entryId" uuid, position integer)
    join early_discounts as d on d.tenant_id = ${tx.ctx.tenantId}::uuid and d.entry_id = k."entryId" and d.position = k.position`);

/** Keeps what a payment takes of the early discounts of items. */
export function takeDiscounts(
  tx: TenantTx,
  paymentId: string,
  taken: readonly (ItemKey & { readonly amountMinor: bigint })[],
): void {
  if (taken.length === 0) return;
  const rows = taken.map(({ entryId, position, amountMinor }) => ({ entryId, position, amountMinor: amountMinor.toString() }));
  tx.tell(sql`
    insert into taken_discounts (tenant_id, payment_id, entry_id, position, amount_minor)
    select ${tx.ctx.tenantId}::uuid, ${paymentId}::uuid, "entryId", position, sum("amountMinor")::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t ("entryId" uuid, position integer, "amountMinor" bigint) group by "entryId", position`);
}
