import type pg from 'pg';
import { balancesSql } from './reading.ts';

const entries = 500_000;
const linesEach = 10;
const batch = 25_000;

/** Entries of ten lines over all accounts and two years; those of the receivables are of a customer. */
const entriesSql = `
  with picked as (
    select n, gen_random_uuid() as id, date '2025-01-01' + (n % 700) as date from generate_series($2::integer, $3::integer) as n
  ), accounts as (
    select array_agg(id order by code) as ids, array_agg(role order by code) as roles from ledger_accounts where tenant_id = $1 and not is_group
  ), customers as (select array_agg(id) as ids from parties where tenant_id = $1),
  heads as (
    insert into journal_entries (tenant_id, id, number, date, period_id, description, source_kind, line_count)
    select $1, picked.id, 'B-' || n, date, p.id, 'bench', 'bench', $4::integer from picked
    join accounting_periods as p on p.tenant_id = $1 and picked.date between p.starts_on and p.ends_on
  )
  insert into journal_lines (tenant_id, entry_id, position, account_id, party_id, date, currency, amount_minor)
  select $1, picked.id, o, a.ids[i], case when a.roles[i] = 'receivable' then c.ids[1 + n % array_length(c.ids, 1)] end, date, 'EUR',
         case when o % 2 = 0 then n else -n end
  from picked cross join generate_series(1, $4::integer) as o cross join accounts as a cross join customers as c
  cross join lateral (select 1 + (n + o) % array_length(a.ids, 1) as i) as place`;

/** The items of the receivables as the trigger makes them, open. */
const itemsSql = `
  insert into open_items (tenant_id, entry_id, position, ledger, account_id, party_id, source_kind, date, due_on, currency, amount_minor, base_minor,
    residual_minor, residual_base_minor)
  select l.tenant_id, entry_id, position, 'receivable', account_id, party_id, 'bench', date, date + 30, 'EUR', amount_minor, amount_minor, amount_minor, amount_minor
  from journal_lines as l join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id and a.role = 'receivable' where l.tenant_id = $1`;

/**
 * Nineteen of twenty of a customer's debits and credits settle each other in the order of their days, part by part, up to two months
 * after the later one: what is allocated is where the running totals of both sides overlap.
 */
const allocationsSql = `
  with ranked as (
    select *, row_number() over (partition by party_id, amount_minor > 0 order by date, entry_id) as rank from open_items where tenant_id = $1
  ), running as (
    select *, sum(abs(amount_minor)) over (partition by party_id, amount_minor > 0 order by rank)::bigint as until from ranked where rank % 20 > 0
  ), pairs as (
    select d.entry_id as debit_entry, d.position as debit_position, c.entry_id as credit_entry, c.position as credit_position,
           least(d.until, c.until) - greatest(d.until - d.amount_minor, c.until + c.amount_minor) as minor,
           greatest(d.date, c.date) + (d.rank % 60)::integer as date
    from running as d join running as c on c.party_id = d.party_id and c.amount_minor < 0
      and c.until > d.until - d.amount_minor and c.until + c.amount_minor < d.until
    where d.amount_minor > 0
  )
  insert into allocations (tenant_id, id, debit_entry_id, debit_position, credit_entry_id, credit_position, date, debit_minor, credit_minor, base_minor,
    source_kind, source_id)
  select $1, gen_random_uuid(), debit_entry, debit_position, credit_entry, credit_position, date, minor, minor, minor, 'bench', gen_random_uuid() from pairs`;

/** What the trigger would have left of each item. */
const residualsSql = `
  update open_items as i set residual_minor = i.amount_minor - a.minor, residual_base_minor = i.amount_minor - a.minor,
    settled_on = case when i.amount_minor = a.minor then a.date end
  from (
    select entry_id, position, sum(minor) as minor, max(date) as date from (
      select debit_entry_id as entry_id, debit_position as position, debit_minor as minor, date from allocations where tenant_id = $1
      union all select credit_entry_id, credit_position, -credit_minor, date from allocations where tenant_id = $1
    ) as each group by 1, 2
  ) as a where i.tenant_id = $1 and i.entry_id = a.entry_id and i.position = a.position`;

/** Fills the books set by set, with the results of the triggers that it leaves out, because what is measured is reading. */
export async function fillBooks(admin: pg.Client, tenantId: string): Promise<void> {
  await admin.query('set session_replication_role = replica');
  for (let first = 1; first <= entries; first += batch)
    await admin.query(entriesSql, [tenantId, first, Math.min(first + batch - 1, entries), linesEach]);
  for (const query of [itemsSql, allocationsSql, residualsSql]) await admin.query(query, [tenantId]);
  await admin.query('set session_replication_role = default');
  await admin.query(balancesSql);
  await admin.query('analyze');
}
