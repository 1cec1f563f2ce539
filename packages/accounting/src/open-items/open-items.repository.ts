import { type Sql, sql, type TenantTx } from '@atlas/platform';
import type { ItemKey } from '../domain/check-entry.ts';
import type { OpenItem, Settlement } from '../domain/settle.ts';

export type OpenItemRow = OpenItem & {
  readonly ledger: 'receivable' | 'payable';
  readonly sourceKind: string;
  readonly sourceId: string | null;
  readonly date: string;
  readonly dueOn: string;
  readonly amountMinor: bigint;
};

const columns = sql`
  i.entry_id as "entryId", i.position, i.ledger, i.account_id as "accountId", i.party_id as "partyId", i.source_kind as "sourceKind",
  i.source_id as "sourceId", i.date, i.due_on as "dueOn", i.currency, i.amount_minor as "amountMinor",
  i.residual_minor as "residualMinor", i.residual_base_minor as "residualBaseMinor"`;

/** Locked in one order, so that two settlements wait for each other and never lock up. */
const locked = (tx: TenantTx, where: Sql): Promise<OpenItemRow[]> =>
  tx.rows<OpenItemRow>(sql`
    select ${columns} from open_items as i where i.tenant_id = ${tx.ctx.tenantId}::uuid and ${where}
    order by i.entry_id, i.position for update of i`);

/** Loads and locks items by their lines. */
export const lockItems = (tx: TenantTx, keys: readonly ItemKey[]): Promise<OpenItemRow[]> =>
  locked(
    tx,
    sql`(i.entry_id, i.position) in (
      select (k ->> 'entryId')::uuid, (k ->> 'position')::integer from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) as k)`,
  );

/** Loads and locks the items of documents: before them, and before numbers are drawn (packages/docs/adr/0023). */
export const lockItemsOf = (tx: TenantTx, sourceIds: readonly string[]): Promise<OpenItemRow[]> =>
  locked(tx, sql`i.source_id = any(${sourceIds}::uuid[])`);

/**
 * Locks an item together with those that it settles or is settled by, in one statement: who locked them one after the other would wait for
 * somebody who locks them in their order. What is allocated to it while this waits is locked by whoever takes it back.
 */
export const lockSettled = (tx: TenantTx, { entryId, position }: ItemKey): Promise<OpenItemRow[]> =>
  locked(
    tx,
    sql`(i.entry_id, i.position) in (
      select ${entryId}::uuid, ${position}::integer
      union select a.debit_entry_id, a.debit_position from allocations as a
      where a.tenant_id = ${tx.ctx.tenantId}::uuid and a.credit_entry_id = ${entryId}::uuid and a.credit_position = ${position}
      union select a.credit_entry_id, a.credit_position from allocations as a
      where a.tenant_id = ${tx.ctx.tenantId}::uuid and a.debit_entry_id = ${entryId}::uuid and a.debit_position = ${position})`,
  );

type Written = Omit<Settlement, 'exchange'> & { readonly id: string; readonly exchangeEntryId: string | null };

/** Writes allocations; the trigger keeps what is left of their items. */
export function insertAllocations(
  tx: TenantTx,
  about: { readonly date: string; readonly sourceKind: string; readonly sourceId: string },
  allocations: readonly Written[],
): void {
  const rows = allocations.map(({ debit, credit, debitMinor, creditMinor, baseMinor, ...row }) => ({
    ...row,
    debitEntryId: debit.entryId,
    debitPosition: debit.position,
    creditEntryId: credit.entryId,
    creditPosition: credit.position,
    debitMinor: debitMinor.toString(),
    creditMinor: creditMinor.toString(),
    baseMinor: baseMinor.toString(),
  }));
  tx.tell(sql`
    insert into allocations (tenant_id, id, debit_entry_id, debit_position, credit_entry_id, credit_position, date, debit_minor, credit_minor,
      base_minor, source_kind, source_id, exchange_entry_id, created_by, created_at)
    select ${tx.ctx.tenantId}::uuid, id, "debitEntryId", "debitPosition", "creditEntryId", "creditPosition", ${about.date}::date, "debitMinor",
      "creditMinor", "baseMinor", ${about.sourceKind}, ${about.sourceId}::uuid, "exchangeEntryId", ${tx.ctx.actor.id}::uuid,
      ${tx.ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a (id uuid, "debitEntryId" uuid, "debitPosition" integer,
      "creditEntryId" uuid, "creditPosition" integer, "debitMinor" bigint, "creditMinor" bigint, "baseMinor" bigint, "exchangeEntryId" uuid)`);
}

export type AllocationRow = {
  readonly id: string;
  readonly date: string;
  readonly exchangeEntryId: string | null;
  readonly debitEntryId: string;
  readonly debitPosition: number;
  readonly creditEntryId: string;
  readonly creditPosition: number;
};

/** Allocations by their ids, by what made them, or all of an item. */
export type WhichAllocations =
  | { readonly ids: readonly string[] }
  | { readonly sourceIds: readonly string[] }
  | { readonly item: ItemKey };

function chosen(which: WhichAllocations): Sql {
  if ('ids' in which) return sql`a.id = any(${which.ids}::uuid[])`;
  if ('sourceIds' in which) return sql`a.source_id = any(${which.sourceIds}::uuid[])`;
  const { entryId, position } = which.item;
  return sql`(a.debit_entry_id = ${entryId}::uuid and a.debit_position = ${position}
    or a.credit_entry_id = ${entryId}::uuid and a.credit_position = ${position})`;
}

const standing = (tx: TenantTx, which: WhichAllocations): Promise<AllocationRow[]> =>
  tx.rows<AllocationRow>(sql`
    select a.id, a.date, a.exchange_entry_id as "exchangeEntryId", a.debit_entry_id as "debitEntryId", a.debit_position as "debitPosition",
           a.credit_entry_id as "creditEntryId", a.credit_position as "creditPosition"
    from allocations as a
    where a.tenant_id = ${tx.ctx.tenantId}::uuid and a.reversal_of_id is null
      and ${chosen(which)}
      and not exists (select from allocations as r where r.tenant_id = a.tenant_id and r.reversal_of_id = a.id)
    order by a.id`);

const lockItemsOfAllocations = (tx: TenantTx, rows: readonly AllocationRow[]): Promise<unknown> =>
  lockItems(
    tx,
    rows.flatMap((row) => [
      { entryId: row.debitEntryId, position: row.debitPosition },
      { entryId: row.creditEntryId, position: row.creditPosition },
    ]),
  );

/** Allocations that stand, with their items locked. Which they are is asked again once the items are: somebody may have been faster. */
export async function lockAllocations(tx: TenantTx, which: WhichAllocations): Promise<AllocationRow[]> {
  const locked = new Set<string>();
  for (;;) {
    const rows = await standing(tx, which);
    const more = rows.filter(({ id }) => !locked.has(id));
    if (more.length === 0) return rows;
    await lockItemsOfAllocations(tx, more);
    for (const { id } of more) locked.add(id);
  }
}

/** Takes allocations back on a date, as they were made. */
export function insertReversals(
  tx: TenantTx,
  date: string,
  reversals: readonly { readonly id: string; readonly reversalOfId: string }[],
): void {
  tx.tell(sql`
    insert into allocations (tenant_id, id, debit_entry_id, debit_position, credit_entry_id, credit_position, date, debit_minor, credit_minor,
      base_minor, source_kind, source_id, reversal_of_id, created_by, created_at)
    select a.tenant_id, r.id, a.debit_entry_id, a.debit_position, a.credit_entry_id, a.credit_position, ${date}::date, -a.debit_minor,
      -a.credit_minor, -a.base_minor, a.source_kind, a.source_id, a.id, ${tx.ctx.actor.id}::uuid, ${tx.ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(reversals)}::jsonb) as r (id uuid, "reversalOfId" uuid)
    join allocations as a on a.tenant_id = ${tx.ctx.tenantId}::uuid and a.id = r."reversalOfId"`);
}

/** Whether allocations were made by this source of this kind. */
export async function isSettlement(tx: TenantTx, sourceKind: string, sourceId: string): Promise<boolean> {
  const [row] = await tx.rows<{ known: boolean }>(sql`
    select exists (
      select from allocations where tenant_id = ${tx.ctx.tenantId}::uuid and source_id = ${sourceId}::uuid and source_kind = ${sourceKind}
    ) as known`);
  return row?.known ?? false;
}
