import { nothing, type Sql, sql, type TenantTx } from '@atlas/platform';
import { postedUntil } from '../reports/line-filter.repository.ts';

/** Which items are told, and as of when. */
export type AsOf = {
  readonly ledger: string;
  readonly asOf: string;
  /** What was posted, allocated or taken back after this instant is left out; null, nothing is. */
  readonly knownUntil: string | null;
  readonly partyId?: string;
};

/** What became of items after the day, or was written down after the instant: to be put back. */
function since(tx: TenantTx, { asOf, knownUntil }: AsOf): Sql {
  const known = knownUntil === null ? nothing : sql` or created_at > ${knownUntil}::timestamptz`;
  const allocated = sql`from allocations where tenant_id = ${tx.ctx.tenantId}::uuid and (date > ${asOf}::date${known})`;
  const changedLater =
    knownUntil === null
      ? nothing
      : sql`
      union all
      select l.adjusts_entry_id, l.adjusts_position, 0, -l.amount_minor from journal_entries as e
        join journal_lines as l on l.tenant_id = e.tenant_id and l.entry_id = e.id and l.adjusts_entry_id is not null and l.date <= ${asOf}::date
        where e.tenant_id = ${tx.ctx.tenantId}::uuid and e.posted_at > ${knownUntil}::timestamptz`;
  return sql`
      select debit_entry_id as entry_id, debit_position as position, debit_minor as minor, base_minor as base ${allocated}
      union all
      select credit_entry_id, credit_position, -credit_minor, -base_minor ${allocated}
      union all
      select adjusts_entry_id, adjusts_position, 0, -amount_minor from journal_lines
        where tenant_id = ${tx.ctx.tenantId}::uuid and adjusts_entry_id is not null and date > ${asOf}::date${changedLater}`;
}

/**
 * What may have moved an item that is settled as of the day. In what is known today that is a change of value after it, and
 * those are few; what was settled by then but written down later is asked for with an instant only.
 */
const movedSince = (tx: TenantTx, { asOf, knownUntil }: AsOf): Sql =>
  knownUntil === null
    ? sql`(
      select adjusts_entry_id as entry_id, adjusts_position as position, 0 as minor, -sum(amount_minor) as base from journal_lines
      where tenant_id = ${tx.ctx.tenantId}::uuid and adjusts_entry_id is not null and date > ${asOf}::date group by 1, 2
    )`
    : sql`later`;

/**
 * What was open at the end of a day, item by item, as it was known at an instant: what is open now, with what was settled since
 * put back. Few items are settled after a day near to now, so the cost follows what is open, not how long the books are. To be
 * used as a sub-select with the columns of `open_items`; `residual_minor` and `residual_base_minor` are as of the day. Of an item
 * that was settled by then, and whose value was changed after it, the ledger has what that change came to: it is here, with
 * nothing open. Only a change of value comes after the day of settlement, which is that of the last allocation.
 */
export function itemsAsOf(tx: TenantTx, terms: AsOf): Sql {
  const { ledger, asOf, knownUntil, partyId } = terms;
  const columns = sql`i.entry_id, i.position, i.account_id, i.party_id, i.source_kind, i.source_id, i.date, i.due_on, i.currency, i.amount_minor,
    i.residual_minor + coalesce(later.minor, 0) as residual_minor, i.residual_base_minor + coalesce(later.base, 0) as residual_base_minor`;
  const party = partyId === undefined ? nothing : sql` and i.party_id = ${partyId}::uuid`;
  const wanted = sql`i.tenant_id = ${tx.ctx.tenantId}::uuid and i.ledger = ${ledger} and i.date <= ${asOf}::date${party}${postedUntil(tx, knownUntil, sql`i.entry_id`)}`;
  return sql`(
  with later as materialized (
    select entry_id, position, sum(minor) as minor, sum(base) as base from (${since(tx, terms)}) as since group by 1, 2
  )
  select * from (
    select ${columns} from open_items as i left join later on later.entry_id = i.entry_id and later.position = i.position
    where ${wanted} and (i.settled_on is null or i.settled_on > ${asOf}::date)
    union all
    select ${columns} from ${movedSince(tx, terms)} as later join open_items as i on i.entry_id = later.entry_id and i.position = later.position
    where ${wanted} and i.settled_on <= ${asOf}::date
  ) as items where residual_minor <> 0 or residual_base_minor <> 0
)`;
}
