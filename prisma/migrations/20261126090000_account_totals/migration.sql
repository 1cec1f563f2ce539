-- What moved on an account in a year, in a third of a month (from the 1st, the 11th, the 21st) and ever, kept beside
-- account_balances, so that a balance of any day is put together from a handful of rows however long the books are.
create table account_totals (
  tenant_id uuid not null,
  grain text not null,
  starts_on date not null,
  account_id uuid not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  constraint account_totals_pkey primary key (tenant_id, grain, starts_on, account_id),
  constraint account_totals_grain check (grain in ('third', 'year', 'ever')),
  constraint account_totals_signs check (debit_minor >= 0 and credit_minor >= 0),
  constraint account_totals_tenant_id_account_id_fkey foreign key (tenant_id, account_id)
    references ledger_accounts (tenant_id, id) on update cascade on delete restrict
);

-- The total that a balance counts for: months make up years and ever, days make up thirds.
create function totals_of(grain text, starts_on date) returns table (total_grain text, total_starts_on date)
  language sql immutable parallel safe
begin atomic
  select t.grain, t.starts_on
  from (values
    ('day', 'third', make_date(extract(year from starts_on)::integer, extract(month from starts_on)::integer,
      1 + 10 * least((extract(day from starts_on)::integer - 1) / 10, 2))),
    ('month', 'year', make_date(extract(year from starts_on)::integer, 1, 1)),
    ('month', 'ever', date '0001-01-01')
  ) as t (part, grain, starts_on)
  where t.part = totals_of.grain;
end;

-- Totals follow from the rows that a statement added or changed, whoever wrote it. They are locked tenant by tenant: the
-- total of an account is touched by folds of different months, which wait for one another nowhere else.
create function total_balances() returns trigger
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(tenant_id::text, 20261126))
    from (select distinct tenant_id from kept order by 1) as tenants;
  if tg_op = 'UPDATE' then
    insert into account_totals as t (tenant_id, grain, starts_on, account_id, debit_minor, credit_minor)
      select kept.tenant_id, total_grain, total_starts_on, kept.account_id,
             sum(kept.debit_minor - was.debit_minor), sum(kept.credit_minor - was.credit_minor)
      from kept join was using (tenant_id, grain, starts_on, account_id)
      cross join lateral totals_of(kept.grain, kept.starts_on) group by 1, 2, 3, 4
      on conflict (tenant_id, grain, starts_on, account_id)
      do update set debit_minor = t.debit_minor + excluded.debit_minor, credit_minor = t.credit_minor + excluded.credit_minor;
  else
    insert into account_totals as t (tenant_id, grain, starts_on, account_id, debit_minor, credit_minor)
      select kept.tenant_id, total_grain, total_starts_on, kept.account_id, sum(kept.debit_minor), sum(kept.credit_minor)
      from kept cross join lateral totals_of(kept.grain, kept.starts_on) group by 1, 2, 3, 4
      on conflict (tenant_id, grain, starts_on, account_id)
      do update set debit_minor = t.debit_minor + excluded.debit_minor, credit_minor = t.credit_minor + excluded.credit_minor;
  end if;
  return null;
end $$;
-- Made before the totals are filled: who folds meanwhile waits for this migration.
create trigger total_added after insert on account_balances
  referencing new table as kept for each statement execute function total_balances();
create trigger total_changed after update on account_balances
  referencing new table as kept old table as was for each statement execute function total_balances();

select isolate_tenant('account_totals', 'select, insert, update');
grant execute on function totals_of(text, date) to atlas_app;

-- Row-level security is forced on the owner, too: what was kept before is read one tenant at a time.
create function total_all_balances() returns void
  language plpgsql as $$
declare
  tenant uuid;
begin
  for tenant in select id from identity.organizations loop
    perform set_config('app.tenant_id', tenant::text, true);
    insert into account_totals (tenant_id, grain, starts_on, account_id, debit_minor, credit_minor)
      select b.tenant_id, total_grain, total_starts_on, b.account_id, sum(b.debit_minor), sum(b.credit_minor)
      from account_balances as b cross join lateral totals_of(b.grain, b.starts_on)
      where b.tenant_id = tenant group by 1, 2, 3, 4;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
select total_all_balances();
drop function total_all_balances();
