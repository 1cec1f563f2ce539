import type { Period } from '@atlas/kernel';
import { joinSql, nothing, type Sql, sql, type TenantTx } from '@atlas/platform';
import { type BalanceSpan, spansOf, spansWithin } from '../domain/balance-spans.ts';
import type { AccountType } from '../domain/chart.ts';
import type { AccountMovement } from '../domain/statements.ts';
import { linesIn, periodsOf } from './filtered-lines.repository.ts';
import type { LedgerView } from './ledger-view.ts';

/** What moved where in which of the ranges asked for, by their places. */
type Part = { readonly periods: string; readonly spans: string; readonly account: Sql } & LedgerView;

/** The rows of a table of balances that lie in spans, each with the sign of its span. */
const keptIn = (tx: TenantTx, table: Sql, { spans, account }: Part): Sql => sql`
    select s.place, kept.account_id, kept.starts_on, s.sign * kept.debit_minor as debit_minor, s.sign * kept.credit_minor as credit_minor
    from jsonb_to_recordset(${spans}::jsonb) as s (place integer, grain text, "startsOn" date, "endsOn" date, sign integer)
    cross join lateral (
      select account_id, starts_on, debit_minor, credit_minor from ${table}
      where tenant_id = ${tx.ctx.tenantId}::uuid and grain = s.grain and starts_on between s."startsOn" and s."endsOn"${account}
      offset 0
    ) as kept`;

/** What is posted and not folded yet. */
const openIn = (tx: TenantTx, { periods, account }: Part): Sql => sql`
    select p.place, d.account_id, d.date, d.debit_minor, d.credit_minor from ${periodsOf(periods)}
    join balance_deltas as d on d.tenant_id = ${tx.ctx.tenantId}::uuid and d.date between p."startsOn" and p."endsOn"${account}`;

/** What was posted after an instant, to be taken away again: few entries, found by when they were posted. */
const laterIn = (tx: TenantTx, { periods, account, knownUntil }: Part): Sql => sql`
    select p.place, l.account_id, l.date, -greatest(l.amount_minor, 0), -greatest(-l.amount_minor, 0)
    from journal_entries as e
    join journal_lines as l on l.tenant_id = e.tenant_id and l.entry_id = e.id${account}
    join ${periodsOf(periods)} on l.date between p."startsOn" and p."endsOn"
    where e.tenant_id = ${tx.ctx.tenantId}::uuid and e.posted_at > ${knownUntil}::timestamptz`;

/** What closing entries moved, to be taken away again; what was posted after the instant is taken away already. */
const closingIn = (tx: TenantTx, { periods, account, knownUntil, closing }: Part): Sql => sql`
    select p.place, l.account_id, l.date, -greatest(l.amount_minor, 0), -greatest(-l.amount_minor, 0)
    from ${periodsOf(periods)}
    join journal_entries as e on e.tenant_id = ${tx.ctx.tenantId}::uuid and e.source_kind = 'accounting.year_close'
      and e.date between ${closing === 'left_out' ? sql`p."startsOn"` : sql`p."endsOn"`} and p."endsOn"
    join journal_lines as l on l.tenant_id = e.tenant_id and l.entry_id = e.id${account}
    where ${knownUntil ?? null}::timestamptz is null or e.posted_at <= ${knownUntil ?? null}::timestamptz`;

/**
 * The kept balances of ranges, and the deltas that are not folded yet. Its cost grows with accounts, not with lines, and
 * hardly with time. The text is the same for every range, so that connections keep one plan; the offset makes it look up
 * each span, whatever the statistics say of all tenants together. One statement for all ranges: they are of one instant.
 */
function movementsSql(
  tx: TenantTx,
  asked: readonly { readonly period: Period; readonly spans: readonly BalanceSpan[] }[],
  { knownUntil = null, closing, lines = [] }: LedgerView,
  account: Sql = nothing,
): Sql {
  const periods = JSON.stringify(asked.map(({ period }, place) => ({ place, ...period })));
  if (lines.length > 0) return linesIn(tx, periods, account, { knownUntil, lines, ...(closing && { closing }) });
  const spans = JSON.stringify(asked.flatMap((range, place) => range.spans.map((span) => ({ place, ...span }))));
  const part: Part = { periods, spans, account, knownUntil, ...(closing && { closing }) };
  const kept = [sql`account_balances`, sql`account_totals`].map((table) => keptIn(tx, table, part));
  const later = knownUntil === null ? [] : [laterIn(tx, part)];
  return joinSql([...kept, openIn(tx, part), ...later, ...(closing ? [closingIn(tx, part)] : [])], ' union all ');
}

const ranged = (periods: readonly Period[]) => periods.map((period) => ({ period, spans: spansOf(period) }));

/** Debit less credit of every account in each of some ranges, all of one instant. */
export async function balancesIn(tx: TenantTx, periods: readonly Period[], view: LedgerView): Promise<Map<string, bigint>[]> {
  const rows = await tx.rows<{ place: number; accountId: string; balance: string }>(sql`
    select place, account_id as "accountId", sum(debit_minor - credit_minor)::text as balance
    from (${movementsSql(tx, ranged(periods), view)}) as kept group by place, account_id`);
  const balances = periods.map(() => new Map<string, bigint>());
  for (const { place, accountId, balance } of rows) balances[place]?.set(accountId, BigInt(balance));
  return balances;
}

/** What moved on each account in a range, in order of the chart. */
export async function accountMovements(tx: TenantTx, period: Period, view: LedgerView): Promise<AccountMovement[]> {
  const rows = await tx.rows<
    Omit<AccountMovement, 'debitMinor' | 'creditMinor'> & { debitMinor: string; creditMinor: string }
  >(sql`
    select a.id as "accountId", a.code, a.name, a.type, m.debit::text as "debitMinor", m.credit::text as "creditMinor"
    from (
      select account_id, sum(debit_minor) as debit, sum(credit_minor) as credit
      from (${movementsSql(tx, ranged([period]), view)}) as kept group by account_id
    ) as m
    join ledger_accounts as a on a.tenant_id = ${tx.ctx.tenantId}::uuid and a.id = m.account_id
    order by a.code`);
  return rows.map((row) => ({ ...row, debitMinor: BigInt(row.debitMinor), creditMinor: BigInt(row.creditMinor) }));
}

export type MonthMovement = { readonly month: string; readonly type: AccountType; readonly balanceMinor: bigint };

/** Debit less credit of income and expense accounts by calendar month. */
export async function resultByMonth(tx: TenantTx, period: Period, view: LedgerView): Promise<MonthMovement[]> {
  const rows = await tx.rows<{ month: string; type: AccountType; balance: string }>(sql`
    select to_char(kept.starts_on, 'YYYY-MM') as month, a.type, sum(kept.debit_minor - kept.credit_minor)::text as balance
    from (${movementsSql(tx, [{ period, spans: spansWithin(period) }], { ...view, closing: 'left_out' })}) as kept
    join ledger_accounts as a on a.tenant_id = ${tx.ctx.tenantId}::uuid and a.id = kept.account_id
    where a.type in ('income', 'expense') group by 1, 2 order by 1`);
  return rows.map(({ month, type, balance }) => ({ month, type, balanceMinor: BigInt(balance) }));
}

/** Debit less credit of one account in a range, in minor units. */
export async function accountBalance(tx: TenantTx, accountId: string, period: Period, view: LedgerView): Promise<bigint> {
  const movements = movementsSql(tx, ranged([period]), view, sql` and account_id = ${accountId}::uuid`);
  const [row] = await tx.rows<{ balance: string }>(sql`
    select coalesce(sum(debit_minor - credit_minor), 0)::text as balance from (${movements}) as kept`);
  return BigInt(row?.balance ?? '0');
}

/**
 * Moves open deltas into the day and month balances, and PostgreSQL those into the totals beside them. One statement: a
 * reader sees a delta or its fold, never both and never neither.
 *
 * @returns how many deltas were folded
 */
export async function foldDeltas(tx: TenantTx): Promise<number> {
  const [row] = await tx.rows<{ folded: number }>(sql`
    with taken as (
      delete from balance_deltas where tenant_id = ${tx.ctx.tenantId}::uuid returning account_id, date, debit_minor, credit_minor
    ), folded as (
      insert into account_balances as b (tenant_id, grain, starts_on, account_id, debit_minor, credit_minor)
      select ${tx.ctx.tenantId}::uuid, g.grain, case g.grain when 'day' then t.date else date_trunc('month', t.date)::date end as starts_on,
             t.account_id, sum(t.debit_minor), sum(t.credit_minor)
      from taken as t cross join (values ('day'), ('month')) as g (grain)
      group by 2, 3, 4 order by 2, 3, 4
      on conflict (tenant_id, grain, starts_on, account_id)
      do update set debit_minor = b.debit_minor + excluded.debit_minor, credit_minor = b.credit_minor + excluded.credit_minor
    )
    select count(*)::integer as folded from taken`);
  return row?.folded ?? 0;
}
