-- How fiscal years are divided, locks by area, the checklist of a period, and the close of a year.

alter table fiscal_years add column layout text not null default 'months';
alter table fiscal_years add constraint fiscal_years_layout check (layout in ('months', 'months_and_last_day', 'four_weeks'));

alter table journal_entries add column area text not null default 'general';
alter table journal_entries add constraint journal_entries_area
  check (area in ('sales', 'purchases', 'bank', 'payroll', 'assets', 'general'));
create index journal_entries_closing on journal_entries (tenant_id, date) where source_kind = 'accounting.year_close';

-- Through which day an area takes no postings; null while it takes all.
create table area_locks (
  tenant_id uuid not null,
  area text not null,
  locked_through date,
  version integer not null default 1,
  constraint area_locks_pkey primary key (tenant_id, area),
  constraint area_locks_area check (area in ('sales', 'purchases', 'bank', 'payroll', 'assets', 'general'))
);

-- Who may post into a locked area for a while, and why.
create table lock_exceptions (
  tenant_id uuid not null,
  id uuid not null,
  area text not null,
  granted_to uuid not null,
  reason text not null,
  created_at timestamptz(3) not null default current_timestamp,
  expires_at timestamptz(3) not null,
  constraint lock_exceptions_pkey primary key (tenant_id, id),
  constraint lock_exceptions_brief check (expires_at between created_at and created_at + interval '1 day')
);
create index lock_exceptions_tenant_id_granted_to_expires_at_idx on lock_exceptions (tenant_id, granted_to, expires_at);

-- What was posted into a locked area. Written by the trigger that lets it pass, so that none is without its trace.
create table lock_overrides (
  tenant_id uuid not null,
  entry_id uuid not null,
  exception_id uuid not null,
  area text not null,
  locked_through date not null,
  posted_at timestamptz(3) not null,
  constraint lock_overrides_pkey primary key (tenant_id, entry_id),
  constraint lock_overrides_tenant_id_entry_id_fkey foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id)
    on update cascade on delete restrict,
  constraint lock_overrides_tenant_id_exception_id_fkey foreign key (tenant_id, exception_id)
    references lock_exceptions (tenant_id, id) on update cascade on delete restrict
);
create index lock_overrides_tenant_id_exception_id_idx on lock_overrides (tenant_id, exception_id);
create index lock_overrides_tenant_id_posted_at_entry_id_idx on lock_overrides (tenant_id, posted_at desc, entry_id desc);

-- What people look after by hand in every period, and where they have.
create table closing_tasks (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  archived_at timestamptz(3),
  created_at timestamptz(3) not null default current_timestamp,
  constraint closing_tasks_pkey primary key (tenant_id, id)
);
create table closing_marks (
  tenant_id uuid not null,
  period_id uuid not null,
  task_id uuid not null,
  done_by uuid,
  done_at timestamptz(3) not null,
  constraint closing_marks_pkey primary key (tenant_id, period_id, task_id),
  constraint closing_marks_tenant_id_period_id_fkey foreign key (tenant_id, period_id) references accounting_periods (tenant_id, id)
    on update cascade on delete restrict,
  constraint closing_marks_tenant_id_task_id_fkey foreign key (tenant_id, task_id) references closing_tasks (tenant_id, id)
    on update cascade on delete restrict
);

-- Closes of fiscal years. A year is closed at most once; reopened, it may be closed again by another row.
create table year_closes (
  tenant_id uuid not null,
  id uuid not null,
  fiscal_year_id uuid not null,
  status text not null,
  job_id uuid not null,
  override_reason text,
  entry_id uuid,
  currency char(3) not null,
  result_minor bigint,
  error text,
  requested_by uuid,
  requested_at timestamptz(3) not null,
  closed_at timestamptz(3),
  reversal_id uuid,
  reopened_by uuid,
  reopened_at timestamptz(3),
  reopen_reason text,
  constraint year_closes_pkey primary key (tenant_id, id),
  constraint year_closes_status check (status in ('running', 'closed', 'failed', 'reopened')),
  constraint year_closes_closed check ((status in ('closed', 'reopened')) = (closed_at is not null)),
  constraint year_closes_reopened check (
    (status = 'reopened') = (reopened_at is not null) and (status <> 'reopened' or entry_id is null or reversal_id is not null)),
  constraint year_closes_tenant_id_fiscal_year_id_fkey foreign key (tenant_id, fiscal_year_id) references fiscal_years (tenant_id, id)
    on update cascade on delete restrict,
  constraint year_closes_tenant_id_entry_id_fkey foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id)
    on update cascade on delete restrict,
  constraint year_closes_tenant_id_reversal_id_fkey foreign key (tenant_id, reversal_id) references journal_entries (tenant_id, id)
    on update cascade on delete restrict
);
create unique index year_closes_once on year_closes (tenant_id, fiscal_year_id) where status in ('running', 'closed');

-- What is taken over from the books before these, by what it is known again.
create table opening_balances (
  tenant_id uuid not null,
  id uuid not null,
  reference text not null,
  account_id uuid not null,
  party_id uuid,
  entry_id uuid not null,
  constraint opening_balances_pkey primary key (tenant_id, id),
  constraint opening_balances_tenant_id_account_id_fkey foreign key (tenant_id, account_id) references ledger_accounts (tenant_id, id)
    on update cascade on delete restrict,
  constraint opening_balances_tenant_id_party_id_fkey foreign key (tenant_id, party_id) references parties (tenant_id, id)
    on update cascade on delete restrict,
  constraint opening_balances_tenant_id_entry_id_fkey foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id)
    on update cascade on delete restrict
);
create index opening_balances_tenant_id_reference_idx on opening_balances (tenant_id, reference);

select isolate_tenant(t::regclass, p) from (values
  ('area_locks', 'select, insert, update'),
  ('lock_exceptions', 'select, insert'),
  ('lock_overrides', 'select, insert'),
  ('closing_tasks', 'select, insert, update'),
  ('closing_marks', 'select, insert, delete'),
  ('year_closes', 'select, insert, update'),
  ('opening_balances', 'select, insert')
) as tables (t, p);
create trigger traced_is_traced before update or delete or truncate on lock_overrides
  for each statement execute function refuse_change('accounting.entry_posted');
create trigger granted_is_granted before update or delete or truncate on lock_exceptions
  for each statement execute function refuse_change('accounting.entry_posted');

-- Posters share an advisory lock on the area, too, and whoever locks an area takes it alone: as with periods, nothing slips
-- into an area while it is being locked.
create function area_lock_key(tenant uuid, area text) returns bigint
  language sql immutable parallel safe
  return hashtextextended(tenant::text || area, 20261128);

create function await_area_posters() returns trigger
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(area_lock_key(new.tenant_id, new.area));
  return new;
end $$;
create trigger await_area_posters before insert or update on area_locks for each row execute function await_area_posters();

-- An entry falls into an open period and an area that is not locked on its day. The close of a year posts where nobody else
-- may, and nobody else posts in its name: reports tell its entries by their kind.
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
  if exists (
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

-- The periods of a closed year stay locked until the year is reopened.
create function keep_closed_year() returns trigger
  language plpgsql as $$
begin
  if new.locked_at is null and exists (
    select from year_closes as c
    where c.tenant_id = old.tenant_id and c.fiscal_year_id = old.fiscal_year_id and c.status = 'closed'
  ) then
    perform refuse('accounting.year_closed', 'The fiscal year is closed. Reopen it first.');
  end if;
  return new;
end $$;
create trigger keep_closed_year before update of locked_at on accounting_periods for each row execute function keep_closed_year();
