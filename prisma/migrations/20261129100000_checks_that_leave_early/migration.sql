-- Most statements bring nothing that a rule asks about. PostgreSQL opens every table of a query, and the policies of each, before
-- it finds that out: asking for the few rows first saves a fifth of a millisecond of each posting.

create or replace function check_invoice_taxes() returns trigger
  language plpgsql as $$
begin
  if not exists (select from added where source_kind = 'sales.invoice') then
    return null;
  end if;
  if exists (
    select from (select distinct tenant_id, source_id from added where source_kind = 'sales.invoice') as touched
    join invoices as i on i.tenant_id = touched.tenant_id and i.id = touched.source_id
    cross join lateral (
      select coalesce(sum(d.amount_minor) filter (where t.operation in ('domestic', 'exempt')), 0) as owed,
             coalesce(sum(d.amount_minor) filter (where t.operation = 'withholding'), 0) as withheld
      from document_taxes as d join taxes as t on t.tenant_id = d.tenant_id and t.id = d.tax_id
      where d.tenant_id = i.tenant_id and d.source_kind = 'sales.invoice' and d.source_id = i.id
    ) as taxes
    where (taxes.owed, taxes.withheld) is distinct from
      (case i.kind when 'invoice' then i.tax_minor else -i.tax_minor end,
       case i.kind when 'invoice' then i.withheld_minor else -i.withheld_minor end)
  ) then
    perform refuse('sales.totals_differ', 'The taxes do not add up to the totals of the invoice.');
  end if;
  return null;
end $$;

create or replace function check_bill_taxes() returns trigger
  language plpgsql as $$
begin
  if not exists (select from added where source_kind = 'purchasing.bill') then
    return null;
  end if;
  if exists (
    select from (select distinct tenant_id, source_id from added where source_kind = 'purchasing.bill') as touched
    join bills as b on b.tenant_id = touched.tenant_id and b.id = touched.source_id
    cross join lateral (
      select coalesce(sum(d.amount_minor) filter (where t.operation in ('domestic', 'exempt')), 0) as owed,
             coalesce(sum(d.amount_minor) filter (where t.operation = 'withholding'), 0) as withheld
      from document_taxes as d join taxes as t on t.tenant_id = d.tenant_id and t.id = d.tax_id
      where d.tenant_id = b.tenant_id and d.source_kind = 'purchasing.bill' and d.source_id = b.id
    ) as taxes
    where (taxes.owed, taxes.withheld) is distinct from
      (case b.kind when 'bill' then b.tax_minor else -b.tax_minor end,
       case b.kind when 'bill' then b.withheld_minor else -b.withheld_minor end)
  ) then
    perform refuse('purchasing.totals_differ', 'The taxes do not add up to the totals of the bill.');
  end if;
  return null;
end $$;

create or replace function check_mandatory_dimensions() returns trigger
  language plpgsql as $$
begin
  if not exists (select from dimension_rules where tenant_id = current_tenant() and rule = 'mandatory') then
    return null;
  end if;
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

create or replace function check_entry_period() returns trigger
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(period_lock_key(tenant_id, period_id))
    from (select distinct tenant_id, period_id from added order by 1, 2) as periods;
  perform pg_advisory_xact_lock_shared(area_lock_key(tenant_id, area))
    from (select distinct tenant_id, area from added order by 1, 2) as areas;
  if exists (
    select from added join accounting_periods as p on p.tenant_id = added.tenant_id and p.id = added.period_id
    where added.date not between p.starts_on and p.ends_on
      or (p.locked_at is not null and added.source_kind <> 'accounting.year_close')
  ) then
    perform refuse('accounting.period_closed', 'The period of this date is locked.');
  end if;
  if exists (select from added where source_kind = 'accounting.year_close') and exists (
    select from added where added.source_kind = 'accounting.year_close' and not exists (
      select from year_closes as c join fiscal_years as y on y.tenant_id = c.tenant_id and y.id = c.fiscal_year_id
      where c.tenant_id = added.tenant_id and c.id = added.source_id and y.ends_on = added.date
        and case when added.reversal_of_id is null then c.status = 'running'
            else c.status = 'closed' and c.entry_id = added.reversal_of_id end)
  ) then
    perform refuse('accounting.not_a_close', 'Only the close of a fiscal year posts closing entries, on its last day.');
  end if;
  if exists (
    select from added join area_locks as l on l.tenant_id = added.tenant_id and l.area = added.area
    where added.date <= l.locked_through and added.source_kind <> 'accounting.year_close'
  ) then
    insert into lock_overrides (tenant_id, entry_id, exception_id, area, locked_through, posted_at)
      select distinct on (added.id) added.tenant_id, added.id, x.id, added.area, l.locked_through, added.posted_at
      from added
      join area_locks as l on l.tenant_id = added.tenant_id and l.area = added.area and added.date <= l.locked_through
      join lock_exceptions as x on x.tenant_id = added.tenant_id and x.area = added.area and x.granted_to = added.posted_by
        and x.expires_at > now()
      where added.source_kind <> 'accounting.year_close'
      order by added.id, x.expires_at desc;
    if exists (
      select from added join area_locks as l on l.tenant_id = added.tenant_id and l.area = added.area
      where added.date <= l.locked_through and added.source_kind <> 'accounting.year_close' and not exists (
        select from lock_overrides as o where o.tenant_id = added.tenant_id and o.entry_id = added.id)
    ) then
      perform refuse('accounting.area_locked', 'This area takes no postings on this date any more.');
    end if;
  end if;
  return null;
end $$;
