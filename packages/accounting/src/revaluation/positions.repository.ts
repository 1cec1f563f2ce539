import type { BusinessDate } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { Position } from '../domain/revalue.ts';

type ItemRow = Omit<Position, 'item'> & { readonly entryId: string; readonly position: number };

/** Makes settlements of the items that were open in foreign currencies on a day wait, in the order in which they lock them. */
export async function lockForeignItems(tx: TenantTx, on: BusinessDate, books: string): Promise<void> {
  await tx.rows(sql`
    select from open_items as i
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.currency <> ${books} and i.date <= ${on}::date
      and (i.settled_on is null or i.settled_on > ${on}::date)
    order by i.entry_id, i.position for update of i`);
}

/** What was left of each item in a foreign currency at the end of a day, and its value in the books by then. */
export async function itemPositions(tx: TenantTx, on: BusinessDate, books: string): Promise<Position[]> {
  const rows = await tx.rows<ItemRow>(sql`
    select i.entry_id as "entryId", i.position, i.account_id as "accountId", i.party_id as "partyId", i.currency,
      i.amount_minor - settled.minor as "foreignMinor", l.amount_minor + adjusted.minor - settled.base as "baseMinor",
      settled.later or exists (
        select from journal_lines as k
        join journal_entries as e on e.tenant_id = k.tenant_id and e.id = k.entry_id and e.source_kind = 'accounting.revaluation_kept'
        join revaluations as v on v.tenant_id = e.tenant_id and v.id = e.source_id and v.status = 'posted'
        where k.tenant_id = i.tenant_id and k.adjusts_entry_id = i.entry_id and k.adjusts_position = i.position and k.date > ${on}::date
      ) as "valuedLater"
    from open_items as i
    join journal_lines as l on l.tenant_id = i.tenant_id and l.entry_id = i.entry_id and l.position = i.position
    cross join lateral (
      select coalesce(sum(a.amount_minor), 0)::bigint as minor from journal_lines as a
      where a.tenant_id = i.tenant_id and a.adjusts_entry_id = i.entry_id and a.adjusts_position = i.position and a.date <= ${on}::date
    ) as adjusted
    cross join lateral (
      select coalesce(sum(s.minor) filter (where s.date <= ${on}::date), 0)::bigint as minor,
             coalesce(sum(s.base) filter (where s.date <= ${on}::date), 0)::bigint as base,
             coalesce(bool_or(s.date > ${on}::date), false) as later
      from (
        select d.date, d.debit_minor as minor, d.base_minor as base from allocations as d
        where d.tenant_id = i.tenant_id and d.debit_entry_id = i.entry_id and d.debit_position = i.position
        union all
        select c.date, -c.credit_minor, -c.base_minor from allocations as c
        where c.tenant_id = i.tenant_id and c.credit_entry_id = i.entry_id and c.credit_position = i.position
      ) as s
    ) as settled
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.currency <> ${books} and i.date <= ${on}::date
      and (i.settled_on is null or i.settled_on > ${on}::date) and i.amount_minor <> settled.minor
    order by i.account_id, i.currency, i.entry_id, i.position`);
  return rows.map(({ entryId, position, ...row }) => ({ ...row, item: { entryId, position } }));
}

/** What accounts of foreign money held at the end of a day, and its value in the books as it was revalued by then. */
export async function accountPositions(
  tx: TenantTx,
  on: BusinessDate,
  books: string,
  accountIds: readonly string[],
): Promise<Position[]> {
  return tx.rows<Position>(sql`
    select h."accountId", h.currency, null as item, null as "partyId", h.minor as "foreignMinor",
      h.base + coalesce((
        select sum(r.account_difference_minor) from revaluation_rows as r
        join revaluations as v on v.tenant_id = r.tenant_id and v.id = r.revaluation_id
        where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.account_id = h."accountId" and r.currency = h.currency and v.status = 'posted'
          and v.date <= ${on}::date and (r.kept or v.date = ${on}::date)), 0)::bigint as "baseMinor",
      exists (
        select from revaluation_rows as r
        join revaluations as v on v.tenant_id = r.tenant_id and v.id = r.revaluation_id
        where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.account_id = h."accountId" and r.currency = h.currency and r.kept
          and r.account_difference_minor <> 0 and v.status = 'posted' and v.date > ${on}::date
      ) as "valuedLater"
    from (
      select l.account_id as "accountId", l.transaction_currency as currency, sum(l.transaction_minor)::bigint as minor,
             sum(l.amount_minor)::bigint as base
      from journal_lines as l join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id
      where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.transaction_currency is not null and l.transaction_currency <> ${books}
        and l.date <= ${on}::date and (l.account_id = any(${accountIds}::uuid[]) or a.role in ('bank', 'cash'))
      group by 1, 2
    ) as h
    order by h."accountId", h.currency`);
}
