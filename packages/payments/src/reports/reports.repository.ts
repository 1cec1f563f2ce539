import { joinSql, type Sql, sql, type TenantTx } from '@atlas/platform';

/** Which entries count, by the column that names an entry. */
type Counted = (entryId: Sql) => Sql;

export type AgeingRow = {
  readonly partyId: string | null;
  readonly partyCode: string | null;
  readonly partyName: string | null;
  readonly currency: string;
  readonly minors: readonly string[];
  /** The buckets in the books, and how many items are in each. */
  readonly baseMinors: readonly string[];
  readonly counts: readonly number[];
  readonly totalMinor: string;
  readonly baseMinor: string;
  readonly itemCount: number;
};

/** Something about each bucket of days overdue. */
function perBucket(asOf: string, aggregate: Sql): Sql {
  const overdue = sql`${asOf}::date - due_on`;
  const buckets = [
    sql`${overdue} <= 0`,
    sql`${overdue} between 1 and 30`,
    sql`${overdue} between 31 and 60`,
    sql`${overdue} between 61 and 90`,
    sql`${overdue} > 90`,
  ];
  const columns = buckets.map((bucket) => sql`coalesce(${aggregate} filter (where ${bucket}), 0)`);
  return sql`array[${joinSql(columns, ', ')}]`;
}

/**
 * What was open on a day by party and currency, in five buckets of days overdue.
 *
 * @param items what was open on the day, item by item
 * @param counts of which entries
 */
export const ageingRows = (tx: TenantTx, items: Sql, counts: Counted, asOf: string): Promise<AgeingRow[]> =>
  tx.rows<AgeingRow>(sql`
    select a.party_id as "partyId", p.code as "partyCode", p.name as "partyName", a.currency, a.minors, a."baseMinors", a.counts, a."totalMinor", a."baseMinor", a."itemCount"
    from (
      select party_id, currency, ${perBucket(asOf, sql`sum(residual_minor)`)}::text[] as minors,
        ${perBucket(asOf, sql`sum(residual_base_minor)`)}::text[] as "baseMinors", ${perBucket(asOf, sql`count(*)`)}::integer[] as counts,
        sum(residual_minor)::text as "totalMinor", sum(residual_base_minor)::text as "baseMinor", count(*)::integer as "itemCount"
      from ${items} as open where true${counts(sql`open.entry_id`)} group by party_id, currency
    ) as a
    left join parties as p on p.tenant_id = ${tx.ctx.tenantId}::uuid and p.id = a.party_id
    order by p.name collate "und-x-icu" nulls last, a.party_id, a.currency`);

export type StatementRow = {
  readonly date: string;
  readonly dueOn: string;
  readonly sourceKind: string;
  readonly sourceId: string | null;
  readonly documentNumber: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
};

/** The items of a party in a period, with what is open of each at its end. @param open the party's items that are, as of then */
export const statementRows = (
  tx: TenantTx,
  open: Sql,
  counts: Counted,
  {
    ledger,
    partyId,
    from,
    to,
  }: { readonly ledger: string; readonly partyId: string; readonly from: string; readonly to: string },
): Promise<StatementRow[]> =>
  tx.rows<StatementRow>(sql`
    select i.date, i.due_on as "dueOn", i.source_kind as "sourceKind", i.source_id as "sourceId", coalesce(d.number, e.number) as "documentNumber",
      i.currency, i.amount_minor as "amountMinor", coalesce(o.residual_minor, 0)::bigint as "openMinor"
    from open_items as i
    join journal_entries as e on e.tenant_id = i.tenant_id and e.id = i.entry_id
    left join ${open} as o on o.entry_id = i.entry_id and o.position = i.position
    left join documents as d on d.tenant_id = i.tenant_id and d.kind = i.source_kind and d.id = i.source_id
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.ledger = ${ledger} and i.party_id = ${partyId}::uuid
      and i.date between ${from}::date and ${to}::date${counts(sql`i.entry_id`)}
    order by i.date, i.entry_id, i.position`);

/** In minor units of the currency. */
export type CurrencySum = { readonly currency: string; readonly minor: string };

/** What was due before a day of what was open then, by currency: as ageing has it, with credits that are not settled. */
export const overdueOn = (tx: TenantTx, open: Sql, counts: Counted, day: string): Promise<CurrencySum[]> =>
  tx.rows(sql`
    select o.currency, sum(o.residual_minor)::text as minor from ${open} as o
    where o.due_on < ${day}::date${counts(sql`o.entry_id`)} group by 1`);

/** What a party owed before a day, by currency. */
export const balancesBefore = (
  tx: TenantTx,
  counts: Counted,
  { ledger, partyId, from }: { readonly ledger: string; readonly partyId: string; readonly from: string },
): Promise<CurrencySum[]> =>
  tx.rows(sql`
    select i.currency, sum(i.amount_minor)::text as minor from open_items as i
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.ledger = ${ledger} and i.party_id = ${partyId}::uuid
      and i.date < ${from}::date${counts(sql`i.entry_id`)} group by 1 order by 1`);
