import { type Sql, sql, type TenantTx } from '@atlas/platform';

const of = (partyId: string | undefined): Sql => (partyId === undefined ? sql`` : sql`and i.party_id = ${partyId}::uuid`);

/**
 * What was open at the end of a day, item by item: what is open now, with what was settled since put back. Few items are
 * settled after a day near to now, so the cost follows what is open, not how long the books are. To be used as a sub-select
 * with the columns of `open_items`; `residual_minor` and `residual_base_minor` are as of the day. Of an item that was settled
 * by then, and whose value was changed after it, the ledger has what that change came to: it is here, with nothing open. Only
 * a change of value comes after the day of settlement, which is that of the last allocation.
 */
export const itemsAsOf = (tx: TenantTx, ledger: string, asOf: string, partyId?: string): Sql => sql`(
  with later as materialized (
    select entry_id, position, sum(minor) as minor, sum(base) as base from (
      select debit_entry_id as entry_id, debit_position as position, debit_minor as minor, base_minor as base from allocations
        where tenant_id = ${tx.ctx.tenantId}::uuid and date > ${asOf}::date
      union all
      select credit_entry_id, credit_position, -credit_minor, -base_minor from allocations
        where tenant_id = ${tx.ctx.tenantId}::uuid and date > ${asOf}::date
      union all
      select adjusts_entry_id, adjusts_position, 0, -amount_minor from journal_lines
        where tenant_id = ${tx.ctx.tenantId}::uuid and adjusts_entry_id is not null and date > ${asOf}::date
    ) as since group by 1, 2
  )
  select i.entry_id, i.position, i.account_id, i.party_id, i.source_kind, i.source_id, i.date, i.due_on, i.currency, i.amount_minor,
    i.residual_minor + coalesce(later.minor, 0) as residual_minor, i.residual_base_minor + coalesce(later.base, 0) as residual_base_minor
  from open_items as i
  left join later on later.entry_id = i.entry_id and later.position = i.position
  where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.ledger = ${ledger} and i.date <= ${asOf}::date ${of(partyId)}
    and (i.settled_on is null or i.settled_on > ${asOf}::date)
  union all
  select i.entry_id, i.position, i.account_id, i.party_id, i.source_kind, i.source_id, i.date, i.due_on, i.currency, i.amount_minor,
    i.residual_minor, i.residual_base_minor + changed.base
  from (
    select adjusts_entry_id as entry_id, adjusts_position as position, -sum(amount_minor) as base from journal_lines
    where tenant_id = ${tx.ctx.tenantId}::uuid and adjusts_entry_id is not null and date > ${asOf}::date group by 1, 2
  ) as changed join open_items as i on i.entry_id = changed.entry_id and i.position = changed.position
  where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.ledger = ${ledger} and i.date <= ${asOf}::date ${of(partyId)}
    and i.settled_on <= ${asOf}::date
)`;
