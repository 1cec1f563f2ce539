-- The close of a year and its reversal spend nothing: no budget holds them, so that a year can be reopened whatever was budgeted.
create or replace function hold_budgets() returns trigger
  language plpgsql as $$
declare
  held record;
  budget bigint;
  spent bigint;
begin
  if not exists (select from budgets where tenant_id = current_tenant() and status = 'approved' and mode <> 'none') then
    return null;
  end if;
  if not exists (
    select from added join journal_entries as e on e.tenant_id = added.tenant_id and e.id = added.entry_id
    where e.source_kind <> 'accounting.year_close'
  ) then
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
