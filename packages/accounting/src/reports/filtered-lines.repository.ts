import { joinSql, nothing, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { LedgerView } from './ledger-view.ts';
import { type LineFilter, lineConditions } from './line-filter.repository.ts';

/**
 * Where lines `l` are read with their account, date and amount, and what they must say: the lines of the ledger, or of the values
 * of a dimension, which are fewer and found by value.
 */
export function filteredLines(lines: LineFilter): { from: Sql; where: Sql } {
  const first = lines.find(({ without }) => !without);
  if (!first) return { from: sql`journal_lines as l`, where: lineConditions(lines) };
  return {
    from: sql`journal_line_dimensions as l`,
    where: sql` and l.dimension_id = ${first.dimensionId}::uuid and l.value_id = any(${first.valueIds}::uuid[])${lineConditions(
      lines.filter((term) => term !== first),
    )}`,
  };
}

/** Ranges of days by their places. */
export const periodsOf = (periods: string): Sql =>
  sql`jsonb_to_recordset(${periods}::jsonb) as p (place integer, "startsOn" date, "endsOn" date)`;

/** The entries `e` of lines `l`, where a view asks for something of them: when they were posted, that they close no year. */
export function entriesOf({ knownUntil = null, closing }: LedgerView): Sql {
  const known = knownUntil === null ? nothing : sql` and e.posted_at <= ${knownUntil}::timestamptz`;
  const day = closing === 'left_out_on_last_day' ? sql` and e.date = p."endsOn"` : nothing;
  const closed = closing ? sql` and not (e.source_kind = 'accounting.year_close'${day})` : nothing;
  if (known === nothing && closed === nothing) return nothing;
  return sql` join journal_entries as e on e.tenant_id = l.tenant_id and e.id = l.entry_id${joinSql([known, closed], '')}`;
}

/** Lines that are counted because of what they name, from the lines themselves: balances do not tell them apart. */
export function linesIn(tx: TenantTx, periods: string, account: Sql, view: LedgerView): Sql {
  const { from, where } = filteredLines(view.lines ?? []);
  return sql`
    select p.place, l.account_id, l.date as starts_on, greatest(l.amount_minor, 0) as debit_minor, greatest(-l.amount_minor, 0) as credit_minor
    from ${periodsOf(periods)}
    join ${from} on l.tenant_id = ${tx.ctx.tenantId}::uuid and l.date between p."startsOn" and p."endsOn"${account}${entriesOf(view)}
    where true${where}`;
}
