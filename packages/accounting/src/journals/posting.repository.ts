import { type BusinessDate, inSeries } from '@atlas/kernel';
import { nothing, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { EntryLine } from '../domain/check-entry.ts';
import type { DimensionRule } from '../domain/line-dimensions.ts';
import type { PostingArea } from '../domain/posting-area.ts';

export type PostingPeriod = { readonly id: string; readonly year: number; readonly locked: boolean };

/** What every posting needs: the currency of the books, the accounts with a role, the periods of some dates. */
export type PostingTermsRow = {
  readonly currency: string;
  /** By role; null while no account has one. */
  readonly accounts: Readonly<Record<string, string>> | null;
  readonly periods: Readonly<Record<string, PostingPeriod>>;
  /** The last locked day of areas that are locked to whoever posts; null while none is. */
  readonly locks: Readonly<Record<string, BusinessDate>> | null;
  /** What accounts ask of their lines, by account; null while none asks for anything. */
  readonly rules: Readonly<Record<string, readonly DimensionRule[]>> | null;
};

/** One statement, so that it travels with BEGIN. Null when the books are not set up. */
export async function loadPostingTerms(tx: TenantTx, dates: readonly BusinessDate[]): Promise<PostingTermsRow | null> {
  const [row] = await tx.rows<PostingTermsRow>(sql`
    select c.base_currency as currency,
      (select jsonb_object_agg(a.role, a.id) from ledger_accounts as a where a.tenant_id = c.tenant_id and a.role is not null) as accounts,
      coalesce((
        select jsonb_object_agg(d.date, jsonb_build_object('id', p.id, 'locked', p.locked_at is not null, 'year', extract(year from y.starts_on)::integer))
        from unnest(${dates}::date[]) as d (date)
        join accounting_periods as p on p.tenant_id = c.tenant_id and d.date between p.starts_on and p.ends_on
        join fiscal_years as y on y.tenant_id = p.tenant_id and y.id = p.fiscal_year_id
      ), '{}') as periods,
      (select jsonb_object_agg(l.area, l.locked_through) from area_locks as l
        where l.tenant_id = c.tenant_id and l.locked_through is not null and not exists (
          select from lock_exceptions as x where x.tenant_id = l.tenant_id and x.area = l.area
            and x.granted_to = ${tx.ctx.actor.id}::uuid and x.expires_at > now())) as locks,
      (select jsonb_object_agg(asked.account_id, asked.rules) from (
        select r.account_id, jsonb_agg(jsonb_build_object('dimensionId', r.dimension_id, 'dimension', d.name, 'rule', r.rule,
          'defaultValueId', r.default_value_id) order by d.code) as rules
        from dimension_rules as r join dimensions as d on d.tenant_id = r.tenant_id and d.id = r.dimension_id
        where r.tenant_id = c.tenant_id group by r.account_id) as asked) as rules
    from companies as c where c.tenant_id = ${tx.ctx.tenantId}::uuid`);
  return row ?? null;
}

export type PostedEntry = {
  readonly id: string;
  readonly date: BusinessDate;
  readonly periodId: string;
  readonly year: number;
  readonly description: string;
  readonly sourceKind: string;
  readonly sourceId: string | null;
  readonly reversalOfId: string | null;
  readonly area: PostingArea;
  readonly lines: readonly EntryLine[];
};

/** The part of the statement that writes the dimensions of lines: none for entries without. */
function dimensionsSql(tx: TenantTx, entries: readonly PostedEntry[]): Sql {
  const named = entries.flatMap(({ id: entryId, date, lines }) =>
    lines.flatMap(({ accountId, amountMinor, dimensions = {} }, index) =>
      Object.entries(dimensions).map(([dimensionId, valueId]) => ({
        ...{ entryId, date, accountId, dimensionId, valueId },
        position: index + 1,
        amountMinor: amountMinor.toString(),
      })),
    ),
  );
  if (named.length === 0) return nothing;
  return sql`, named as (
      insert into journal_line_dimensions (tenant_id, entry_id, position, dimension_id, value_id, account_id, date, amount_minor)
      select ${tx.ctx.tenantId}::uuid, "entryId", position, "dimensionId", "valueId", "accountId", date, "amountMinor"
      from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as n (
        "entryId" uuid, position integer, "dimensionId" uuid, "valueId" uuid, "accountId" uuid, date date, "amountMinor" bigint)
    )`;
}

/**
 * Locks the series of the journal until COMMIT, as drawing from it does: for whoever locks before it posts what others lock after
 * they have drawn (packages/docs/adr/0023).
 *
 * @param day any of the fiscal year
 */
export async function lockSeries(tx: TenantTx, day: BusinessDate): Promise<void> {
  await tx.rows(sql`
    select from number_series as s
    join fiscal_years as y on y.tenant_id = s.tenant_id and s.year = extract(year from y.starts_on)::integer
    where y.tenant_id = ${tx.ctx.tenantId}::uuid and ${day}::date between y.starts_on and y.ends_on and s.code = 'journal' for update of s`);
}

/**
 * Writes entries with their lines in one statement and numbers them without gaps, in the order given. The triggers check
 * balance, period and completeness, and append the balance deltas.
 */
export function insertEntries(tx: TenantTx, entries: readonly PostedEntry[]): void {
  const { placed, needs } = inSeries(
    entries.map(({ lines, ...head }) => ({ ...head, code: 'journal', lineCount: lines.length })),
  );
  const lines = entries.flatMap((entry) =>
    entry.lines.map(({ transaction, adjusts, dimensions: _apart, ...line }, index) => ({
      ...line,
      amountMinor: line.amountMinor.toString(),
      transactionCurrency: transaction?.currency,
      transactionMinor: transaction?.amountMinor.toString(),
      adjustsEntryId: adjusts?.entryId,
      adjustsPosition: adjusts?.position,
      entryId: entry.id,
      date: entry.date,
      position: index + 1,
    })),
  );
  tx.tell(sql`
    with drawn as materialized (
      select year, draw_numbers(${tx.ctx.tenantId}::uuid, code, year, amount) as last
      from jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) as s (code text, year integer, amount integer)
    ), posted as (
      insert into journal_entries (tenant_id, id, number, date, period_id, description, source_kind, source_id, reversal_of_id, area, line_count, posted_by, posted_at)
      select ${tx.ctx.tenantId}::uuid, id, 'JRN-' || year || '-' || lpad((last - "fromLast")::text, 6, '0'), date, "periodId", description,
        "sourceKind", "sourceId", "reversalOfId", area, "lineCount", ${tx.ctx.actor.id}::uuid, ${tx.ctx.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as g (
        id uuid, "fromLast" integer, date date, "periodId" uuid, year integer, description text, "sourceKind" text, "sourceId" uuid,
        "reversalOfId" uuid, area text, "lineCount" integer)
      join drawn using (year)
    )${dimensionsSql(tx, entries)}
    insert into journal_lines (tenant_id, entry_id, position, account_id, party_id, date, description, currency, amount_minor, due_on,
      transaction_currency, transaction_minor, adjusts_entry_id, adjusts_position)
    select ${tx.ctx.tenantId}::uuid, "entryId", position, "accountId", "partyId", date, description, currency, "amountMinor", "dueDate",
      "transactionCurrency", "transactionMinor", "adjustsEntryId", "adjustsPosition"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (
      "entryId" uuid, position integer, "accountId" uuid, "partyId" uuid, date date, description text, currency text, "amountMinor" bigint,
      "dueDate" date, "transactionCurrency" text, "transactionMinor" bigint, "adjustsEntryId" uuid, "adjustsPosition" integer)`);
}
