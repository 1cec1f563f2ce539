import { moneyJson } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { reconciliation } from '../contract/reconciliation.ts';
import { bankMinor, isTakenBack } from '../matches/matched-sides.repository.ts';

type Reconciliation = z.output<typeof reconciliation>;
type Side<Line> = { readonly minor: bigint; readonly count: number; readonly lines: readonly Line[] };
type LedgerLine = Reconciliation['ledgerOnlyLines'][number];
type Movement = Reconciliation['bankOnlyLines'][number];

/** So many lines are shown of each side. */
const shown = 200;

/** The last day of what a match `m` holds: before it, its lines stand open on their sides. */
const lastDay = sql`
  (select max(d.day) from (
     select s.booked_on as day from bank_match_lines as x
     join bank_statement_lines as s on s.tenant_id = x.tenant_id and s.id = x.line_id
     where x.tenant_id = m.tenant_id and x.match_id = m.match_id
     union all
     select j.date from bank_match_postings as y
     join journal_lines as j on j.tenant_id = y.tenant_id and j.entry_id = y.entry_id and j.position = y.position
     where y.tenant_id = m.tenant_id and y.match_id = m.match_id) as d)`;

/** What the ledger says of the account on a day, in the currency of the bank account. */
export async function ledgerBalance(tx: TenantTx, id: string, asOf: string): Promise<bigint> {
  const [row] = await tx.rows<{ minor: bigint }>(sql`
    select coalesce(sum(${bankMinor}), 0)::bigint as minor from bank_accounts as b
    join journal_lines as l on l.tenant_id = b.tenant_id and l.account_id = b.ledger_account_id and l.date <= ${asOf}::date
    where b.tenant_id = ${tx.ctx.tenantId}::uuid and b.id = ${id}::uuid`);
  return row?.minor ?? 0n;
}

type Summed = { readonly total: bigint; readonly count: number; readonly currency: string; readonly amountMinor: bigint };

const sideOf = <Row extends Summed, Line>(rows: readonly Row[], view: (row: Row) => Line): Side<Line> => ({
  minor: rows[0]?.total ?? 0n,
  count: rows[0]?.count ?? 0,
  lines: rows.map(view),
});

/**
 * What by a day only the ledger has. What it had before the first statement began is the balance that the bank opens with, and an
 * entry that was taken back is nothing.
 */
export async function onlyInLedger(tx: TenantTx, id: string, asOf: string): Promise<Side<LedgerLine>> {
  const rows = await tx.rows<Summed & Omit<LedgerLine, 'amount'>>(sql`
    select l.entry_id as "entryId", l.position, e.number, coalesce(l.description, e.description) as description, l.date, b.currency,
      ${bankMinor} as "amountMinor", sum(${bankMinor}) over ()::bigint as total, (count(*) over ())::integer as count
    from bank_accounts as b
    join journal_lines as l on l.tenant_id = b.tenant_id and l.account_id = b.ledger_account_id and l.date <= ${asOf}::date
    join journal_entries as e on e.tenant_id = l.tenant_id and e.id = l.entry_id
    left join bank_match_postings as m
      on m.tenant_id = l.tenant_id and m.entry_id = l.entry_id and m.position = l.position and not m.undone
    where b.tenant_id = ${tx.ctx.tenantId}::uuid and b.id = ${id}::uuid
      and case when m.match_id is not null then ${lastDay} > ${asOf}::date
        else not ${isTakenBack(asOf)} and l.date >= coalesce(
          (select min(s.starts_on) from bank_statements as s where s.tenant_id = b.tenant_id and s.bank_account_id = b.id), l.date) end
    order by l.date desc, l.entry_id desc, l.position limit ${shown}`);
  return sideOf(rows, ({ total: _total, count: _count, currency, amountMinor, ...row }) => ({
    ...row,
    amount: moneyJson(amountMinor, currency),
  }));
}

/** What by a day only the bank has. */
export async function onlyAtBank(tx: TenantTx, id: string, asOf: string): Promise<Side<Movement>> {
  const rows = await tx.rows<Summed & Omit<Movement, 'amount'>>(sql`
    select l.id, l.booked_on as "bookedOn", l.text, l.counterparty_name as "counterpartyName", l.currency, l.amount_minor as "amountMinor",
      sum(l.amount_minor) over ()::bigint as total, (count(*) over ())::integer as count
    from bank_statement_lines as l
    left join bank_match_lines as m on m.tenant_id = l.tenant_id and m.line_id = l.id and not m.undone
    where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.bank_account_id = ${id}::uuid and l.booked_on <= ${asOf}::date
      and (m.match_id is null or ${lastDay} > ${asOf}::date)
    order by l.booked_on desc, l.id desc limit ${shown}`);
  return sideOf(rows, ({ total: _total, count: _count, currency, amountMinor, ...row }) => ({
    ...row,
    amount: moneyJson(amountMinor, currency),
  }));
}

/** What the bank says by a day: the last closing balance and the movements after it, or the first opening balance with all of them. */
export async function statedBalance(
  tx: TenantTx,
  id: string,
  asOf: string,
): Promise<{ readonly minor: bigint; readonly on: string } | null> {
  const key = sql`tenant_id = ${tx.ctx.tenantId}::uuid and bank_account_id = ${id}::uuid`;
  const [row] = await tx.rows<{ minor: bigint; on: string }>(sql`
    with anchor as (
      (select closing_minor as minor, ends_on as on_day, 1 as choice from bank_statements
       where ${key} and closing_minor is not null and ends_on <= ${asOf}::date order by ends_on desc, id desc limit 1)
      union all
      (select opening_minor, starts_on - 1, 2 from bank_statements
       where ${key} and opening_minor is not null and starts_on <= ${asOf}::date order by starts_on, id limit 1)
      order by choice limit 1
    )
    select (a.minor + coalesce((select sum(amount_minor) from bank_statement_lines
      where ${key} and booked_on > a.on_day and booked_on <= ${asOf}::date), 0))::bigint as minor, a.on_day as on
    from anchor as a`);
  return row ?? null;
}
