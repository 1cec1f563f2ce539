import type pg from 'pg';

/** Posted invoices of 2026, each with its entry and the item that the trigger would make of it, all open. */
const invoicesSql = `
  with customers as (select array_agg(id order by code) as ids from parties where tenant_id = $1),
  accounts as (
    select min(id::text) filter (where role = 'receivable') as receivable, min(id::text) filter (where type = 'income' and not is_group) as income
    from ledger_accounts where tenant_id = $1
  ), picked as (
    select n, gen_random_uuid() as id, gen_random_uuid() as entry, date '2026-01-01' + n % 300 as date, 'INV-2026-' || lpad(n::text, 6, '0') as number,
      1000 + n * 37 % 50000 as minor, c.ids[1 + n % array_length(c.ids, 1)] as customer
    from generate_series(1, $2::integer) as n cross join customers as c
  ), entries as (
    insert into journal_entries (tenant_id, id, number, date, period_id, description, source_kind, source_id, line_count)
    select $1, entry, 'B-' || n, date, p.id, 'Invoice ' || picked.number, 'sales.invoice', picked.id, 2 from picked
    join accounting_periods as p on p.tenant_id = $1 and picked.date between p.starts_on and p.ends_on
  ), lines as (
    insert into journal_lines (tenant_id, entry_id, position, account_id, party_id, date, currency, amount_minor)
    select $1, entry, 1, receivable::uuid, customer, date, 'EUR', minor from picked cross join accounts
    union all select $1, entry, 2, income::uuid, null, date, 'EUR', -minor from picked cross join accounts
  ), items as (
    insert into open_items (tenant_id, entry_id, position, ledger, account_id, party_id, source_kind, source_id, date, due_on, currency, amount_minor,
      base_minor, residual_minor, residual_base_minor)
    select $1, entry, 1, 'receivable', receivable::uuid, customer, 'sales.invoice', id, date, date + 30, 'EUR', minor, minor, minor, minor
    from picked cross join accounts
  )
  insert into invoices (tenant_id, id, kind, status, number, customer_id, date, due_date, currency, net_minor, tax_minor, gross_minor, open_minor, entry_id)
  select $1, id, 'invoice', 'posted', number, customer, date, date + 30, 'EUR', minor, 0, minor, minor, entry from picked`;

/**
 * A movement for each invoice: eight of ten name its number, half of them as a bank parts it and one with a discount of a hundredth,
 * two name the customer alone.
 */
const movementsSql = `
  insert into bank_statement_lines (tenant_id, id, bank_account_id, statement_id, position, booked_on, amount_minor, currency, counterparty_name, text,
    is_reversal, identity, occurrence)
  select $1, gen_random_uuid(), $2, $2, n, date + (20 + n % 20)::integer,
    case n % 10 when 9 then gross_minor - gross_minor / 100 else gross_minor end, 'EUR', p.name,
    case when n % 10 in (7, 8) then 'Payment' when n % 2 = 0 then 'Payment ' || number else 'Payment ' || replace(number, '-', ' ') end,
    false, md5(number) || md5(number), 1
  from (select *, right(number, 6)::integer as n from invoices where tenant_id = $1) as v
  join parties as p on p.tenant_id = $1 and p.id = v.customer_id`;

/** Fills open invoices and the movements that pay them, without the triggers, because what is measured is matching. */
export async function fillBank(admin: pg.Client, tenantId: string, bankAccountId: string, count: number): Promise<void> {
  await admin.query('set session_replication_role = replica');
  await admin.query(invoicesSql, [tenantId, count]);
  await admin.query(movementsSql, [tenantId, bankAccountId]);
  await admin.query('set session_replication_role = default');
  await admin.query('analyze');
}

/** How many movements that name an invoice have just this one as their first suggestion. */
export const hitsSql = `
  select count(*)::integer as hits, count(*) filter (where v.entry_id = (s.items -> 0 ->> 'entryId')::uuid)::integer as right
  from bank_statement_lines as l
  join invoices as v on v.tenant_id = l.tenant_id and v.number = replace(replace(l.text, 'Payment ', ''), ' ', '-')
  left join bank_suggestions as s on s.tenant_id = l.tenant_id and s.line_id = l.id and s.rank = 1
  where l.tenant_id = $1`;
