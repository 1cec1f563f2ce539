-- Budgets: what accounts may come to in the periods of a fiscal year, as a whole or for values of a dimension. A budget is
-- revised by a copy; what is approved stays as it was approved.
create table budgets (
  tenant_id uuid not null,
  id uuid not null,
  fiscal_year_id uuid not null,
  name text not null,
  revision integer not null,
  dimension_id uuid,
  status text not null default 'draft',
  mode text not null,
  span text not null,
  approved_at timestamptz(3),
  approved_by uuid,
  version integer not null default 1,
  constraint budgets_pkey primary key (tenant_id, id),
  constraint budgets_status check (status in ('draft', 'approved', 'superseded')),
  constraint budgets_mode check (mode in ('none', 'warn', 'block')),
  constraint budgets_span check (span in ('period', 'year_to_date')),
  constraint budgets_approved check ((status = 'draft') = (approved_at is null)),
  constraint budgets_tenant_id_fiscal_year_id_fkey foreign key (tenant_id, fiscal_year_id) references fiscal_years (tenant_id, id)
    on update cascade on delete restrict,
  constraint budgets_tenant_id_dimension_id_fkey foreign key (tenant_id, dimension_id) references dimensions (tenant_id, id)
    on update cascade on delete restrict
);
create unique index budgets_tenant_id_fiscal_year_id_name_revision_key on budgets (tenant_id, fiscal_year_id, name, revision);
create unique index budgets_approved_once on budgets (tenant_id, fiscal_year_id, name) where status = 'approved';
create index budgets_held on budgets (tenant_id, fiscal_year_id) where status = 'approved' and mode <> 'none';

create table budget_lines (
  tenant_id uuid not null,
  id uuid not null,
  budget_id uuid not null,
  account_id uuid not null,
  value_id uuid,
  constraint budget_lines_pkey primary key (tenant_id, id),
  constraint budget_lines_tenant_id_budget_id_fkey foreign key (tenant_id, budget_id) references budgets (tenant_id, id)
    on update cascade on delete restrict,
  constraint budget_lines_tenant_id_account_id_fkey foreign key (tenant_id, account_id) references ledger_accounts (tenant_id, id)
    on update cascade on delete restrict,
  constraint budget_lines_tenant_id_value_id_fkey foreign key (tenant_id, value_id) references dimension_values (tenant_id, id)
    on update cascade on delete restrict
);
create unique index budget_lines_tenant_id_budget_id_account_id_value_id_key
  on budget_lines (tenant_id, budget_id, account_id, value_id) nulls not distinct;
create index budget_lines_tenant_id_account_id_idx on budget_lines (tenant_id, account_id);

create table budget_amounts (
  tenant_id uuid not null,
  line_id uuid not null,
  period_id uuid not null,
  amount_minor bigint not null,
  constraint budget_amounts_pkey primary key (tenant_id, line_id, period_id),
  constraint budget_amounts_tenant_id_line_id_fkey foreign key (tenant_id, line_id) references budget_lines (tenant_id, id)
    on update cascade on delete restrict,
  constraint budget_amounts_tenant_id_period_id_fkey foreign key (tenant_id, period_id) references accounting_periods (tenant_id, id)
    on update cascade on delete restrict
);

-- Entries that took more than a budget had left and were let through.
create table budget_warnings (
  tenant_id uuid not null,
  entry_id uuid not null,
  line_id uuid not null,
  period_id uuid not null,
  budget_minor bigint not null,
  spent_minor bigint not null,
  constraint budget_warnings_pkey primary key (tenant_id, entry_id, line_id),
  constraint budget_warnings_tenant_id_entry_id_fkey foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id)
    on update cascade on delete restrict,
  constraint budget_warnings_tenant_id_line_id_fkey foreign key (tenant_id, line_id) references budget_lines (tenant_id, id)
    on update cascade on delete restrict,
  constraint budget_warnings_tenant_id_period_id_fkey foreign key (tenant_id, period_id) references accounting_periods (tenant_id, id)
    on update cascade on delete restrict
);

select isolate_tenant('budgets', 'select, insert, update');
select isolate_tenant('budget_lines', 'select, insert, delete');
select isolate_tenant('budget_amounts', 'select, insert, delete');
select isolate_tenant('budget_warnings', 'select, insert');

-- Lines belong to drafts: what was approved is revised, not changed.
create function keep_approved_lines() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from touched join budgets as b on b.tenant_id = touched.tenant_id and b.id = touched.budget_id where b.status <> 'draft'
  ) then
    perform refuse('accounting.budget_not_draft', 'What was approved is revised by a new version.');
  end if;
  return null;
end $$;
create trigger keep_approved_lines_on_insert after insert on budget_lines
  referencing new table as touched for each statement execute function keep_approved_lines();
create trigger keep_approved_lines_on_delete after delete on budget_lines
  referencing old table as touched for each statement execute function keep_approved_lines();

create function keep_approved_amounts() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from touched
    join budget_lines as l on l.tenant_id = touched.tenant_id and l.id = touched.line_id
    join budgets as b on b.tenant_id = l.tenant_id and b.id = l.budget_id
    where b.status <> 'draft'
  ) then
    perform refuse('accounting.budget_not_draft', 'What was approved is revised by a new version.');
  end if;
  return null;
end $$;
create trigger keep_approved_amounts_on_insert after insert on budget_amounts
  referencing new table as touched for each statement execute function keep_approved_amounts();
create trigger keep_approved_amounts_on_delete after delete on budget_amounts
  referencing old table as touched for each statement execute function keep_approved_amounts();

-- What an account with all below it came to in some days, debits less credits: of a value with all below it, or altogether.
create function spent_of(spent_account uuid, spent_value uuid, first_day date, last_day date) returns bigint
  language plpgsql stable as $$
declare
  accounts uuid[];
  spent bigint;
begin
  with recursive below (id) as (
    select spent_account
    union all
    select a.id from below join ledger_accounts as a on a.tenant_id = current_tenant() and a.parent_id = below.id
  ) select array_agg(id) into accounts from below;
  if spent_value is null then
    select coalesce(sum(minor), 0) into spent from (
      select debit_minor - credit_minor as minor from account_balances
      where tenant_id = current_tenant() and grain = 'day' and starts_on between first_day and last_day and account_id = any(accounts)
      union all
      select debit_minor - credit_minor from balance_deltas
      where tenant_id = current_tenant() and date between first_day and last_day and account_id = any(accounts)
    ) as moved;
  else
    with recursive below (dimension_id, id) as (
      select dimension_id, id from dimension_values where tenant_id = current_tenant() and id = spent_value
      union all
      select v.dimension_id, v.id from below
      join dimension_values as v on v.tenant_id = current_tenant() and v.dimension_id = below.dimension_id and v.parent_id = below.id
    )
    select coalesce(sum(d.amount_minor), 0) into spent from below
    join journal_line_dimensions as d on d.tenant_id = current_tenant() and d.dimension_id = below.dimension_id and d.value_id = below.id
    where d.account_id = any(accounts) and d.date between first_day and last_day;
  end if;
  return spent;
end $$;
grant execute on function spent_of(uuid, uuid, date, date) to atlas_app;

-- Postings that spend are held to the approved budgets of their accounts. Who spends from one line waits for whoever does so
-- already, and then sees what that came to: two postings that fit only one by one do not both pass. Where no budget holds
-- anything, one look is all it costs. To date, what is spent in later periods counts, too: an early posting takes from them.
create function hold_budgets() returns trigger
  language plpgsql as $$
declare
  held record;
  budget bigint;
  spent bigint;
begin
  if not exists (select from budgets where tenant_id = current_tenant() and status = 'approved' and mode <> 'none') then
    return null;
  end if;
  for held in
    with recursive above (leaf, id) as (
      select distinct account_id, account_id from added
      union
      select above.leaf, a.parent_id from above
      join ledger_accounts as a on a.tenant_id = current_tenant() and a.id = above.id where a.parent_id is not null
    ), values_above (leaf, id) as (
      select distinct d.value_id, d.value_id from added
      join journal_line_dimensions as d on d.tenant_id = current_tenant() and d.entry_id = added.entry_id and d.position = added.position
      union
      select values_above.leaf, v.parent_id from values_above
      join dimension_values as v on v.tenant_id = current_tenant() and v.id = values_above.id where v.parent_id is not null
    )
    select b.id as budget_id, b.name as budget_name, b.mode, b.span, b.fiscal_year_id, l.id as line_id, l.account_id, l.value_id,
           p.starts_on, min(added.position) as position, (array_agg(added.entry_id order by added.entry_id desc))[1] as entry_id
    from added
    join above on above.leaf = added.account_id
    join budget_lines as l on l.tenant_id = current_tenant() and l.account_id = above.id
    join budgets as b on b.tenant_id = l.tenant_id and b.id = l.budget_id and b.status = 'approved' and b.mode <> 'none'
    join accounting_periods as p on p.tenant_id = b.tenant_id and p.fiscal_year_id = b.fiscal_year_id
      and added.date between p.starts_on and p.ends_on
    join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id and a.type in ('asset', 'expense')
    where l.value_id is null or exists (
      select from journal_line_dimensions as d join values_above as v on v.leaf = d.value_id and v.id = l.value_id
      where d.tenant_id = current_tenant() and d.entry_id = added.entry_id and d.position = added.position)
    group by b.id, b.name, b.mode, b.span, b.fiscal_year_id, l.id, l.account_id, l.value_id, p.starts_on
    having sum(added.amount_minor) > 0
    order by l.id, p.starts_on
  loop
    perform pg_advisory_xact_lock(hashtextextended(held.line_id::text, 20261128));
    declare
      until record;
    begin
      for until in
        select p.id, p.ends_on, case held.span when 'period' then p.starts_on else y.starts_on end as from_day
        from accounting_periods as p join fiscal_years as y on y.tenant_id = p.tenant_id and y.id = p.fiscal_year_id
        where p.tenant_id = current_tenant() and p.fiscal_year_id = held.fiscal_year_id
          and (p.starts_on = held.starts_on or held.span = 'year_to_date' and p.starts_on > held.starts_on)
        order by p.starts_on
      loop
        select coalesce(sum(m.amount_minor), 0) into budget from budget_amounts as m
          join accounting_periods as p on p.tenant_id = m.tenant_id and p.id = m.period_id
          where m.tenant_id = current_tenant() and m.line_id = held.line_id and p.ends_on between until.from_day and until.ends_on;
        spent := spent_of(held.account_id, held.value_id, until.from_day, until.ends_on);
        continue when spent <= budget;
        if held.mode = 'warn' then
          insert into budget_warnings (tenant_id, entry_id, line_id, period_id, budget_minor, spent_minor)
            values (current_tenant(), held.entry_id, held.line_id, until.id, budget, spent)
            on conflict do nothing;
          exit;
        end if;
        raise exception using errcode = 'AT001', message = 'accounting.budget_exceeded',
          detail = (
            select format('Budget "%s": %s%s from %s to %s would come to {spent}, {over} more than its {budget}.', held.budget_name,
              a.code || ' ' || a.name, coalesce((select ' for ' || v.code || ' ' || v.name from dimension_values as v
                where v.tenant_id = a.tenant_id and v.id = held.value_id), ''), until.from_day, until.ends_on)
            from ledger_accounts as a where a.tenant_id = current_tenant() and a.id = held.account_id),
          hint = (
            select jsonb_build_object('pointer', '/lines/' || (held.position - 1), 'budgetId', held.budget_id, 'accountId', held.account_id,
              'valueId', held.value_id, 'from', until.from_day, 'to', until.ends_on, 'amounts', jsonb_build_object(
              'currency', c.base_currency, 'spent', spent::text, 'over', (spent - budget)::text, 'budget', budget::text))
            from companies as c where c.tenant_id = current_tenant());
      end loop;
    end;
  end loop;
  return null;
end $$;
-- By its name after the trigger that appends the deltas of the same lines.
create trigger hold_budgets after insert on journal_lines
  referencing new table as added for each statement execute function hold_budgets();

-- The close of a year takes back what lines came to, whatever their accounts ask for, as a reversal does.
create or replace function check_mandatory_dimensions() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from added
    join dimension_rules as r on r.tenant_id = added.tenant_id and r.account_id = added.account_id and r.rule = 'mandatory'
    where not exists (
      select from journal_line_dimensions as d where d.tenant_id = added.tenant_id and d.entry_id = added.entry_id
        and d.position = added.position and d.dimension_id = r.dimension_id
    ) and not exists (
      select from journal_entries as e where e.tenant_id = added.tenant_id and e.id = added.entry_id
        and (e.reversal_of_id is not null or e.source_kind = 'accounting.year_close')
    )
  ) then
    perform refuse('accounting.dimension_required', 'An account of this entry needs a dimension that its line does not name.');
  end if;
  return null;
end $$;
