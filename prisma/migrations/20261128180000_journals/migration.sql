-- A day on which a module wants to be woken in a tenant. The relay sees whose day has come and makes a message of it, nothing else.
create table wake_ups (
  tenant_id uuid not null,
  name text not null,
  due_on date not null,
  constraint wake_ups_pkey primary key (tenant_id, name)
);
create index wake_ups_due_on_idx on wake_ups (due_on);
select isolate_tenant('wake_ups', 'select, insert, update');
create policy relay_select on wake_ups for select to atlas_relay using (true);
grant select on wake_ups to atlas_relay;

-- Turns a wake-up whose day has come into a message, once: of two relays, the second finds nothing any more.
create function ring_wake_up(tenant uuid, wake_up text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.tenant_id', tenant::text, true);
  delete from wake_ups where tenant_id = tenant and name = wake_up and due_on <= (now() at time zone 'UTC')::date;
  if found then
    insert into outbox_messages (tenant_id, id, name, payload, request_id)
    values (tenant, gen_random_uuid(), wake_up, '{}', 'wake-up-' || gen_random_uuid());
  end if;
end $$;
revoke all on function ring_wake_up(uuid, text) from public;
grant execute on function ring_wake_up(uuid, text) to atlas_relay;

-- What a workspace decided about its journals.
create table journal_settings (
  tenant_id uuid not null,
  approval_above_minor bigint,
  version integer not null default 1,
  constraint journal_settings_pkey primary key (tenant_id),
  constraint journal_settings_amount check (approval_above_minor >= 0)
);

create table journal_templates (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  description text not null,
  lines jsonb not null,
  version integer not null default 1,
  constraint journal_templates_pkey primary key (tenant_id, id)
);
create unique index journal_templates_tenant_id_name_key on journal_templates (tenant_id, name);

create table journal_schedules (
  tenant_id uuid not null,
  id uuid not null,
  description text not null,
  lines jsonb not null,
  total_minor bigint not null,
  currency char(3) not null,
  every_count integer not null,
  every_unit text not null,
  starts_on date not null,
  ends_on date,
  next_on date,
  does text not null,
  author_id uuid,
  failure text,
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  constraint journal_schedules_pkey primary key (tenant_id, id),
  constraint journal_schedules_every check (every_count between 1 and 120 and every_unit in ('week', 'month', 'month_end')),
  constraint journal_schedules_does check (does in ('post', 'draft')),
  constraint journal_schedules_in_order check (ends_on >= starts_on)
);
create index journal_schedules_tenant_id_next_on_idx on journal_schedules (tenant_id, next_on);
create index journal_schedules_tenant_id_created_at_id_idx on journal_schedules (tenant_id, created_at desc, id desc);

-- A journal before it is posted. Its entry gets its id, so that what is attached to it stays.
create table journal_drafts (
  tenant_id uuid not null,
  id uuid not null,
  status text not null,
  date date not null,
  description text not null,
  reverse_on date,
  lines jsonb not null,
  total_minor bigint not null,
  currency char(3) not null,
  author_ids uuid[] not null,
  schedule_id uuid,
  scheduled_for date,
  submitted_at timestamptz(3),
  decided_by uuid,
  decided_at timestamptz(3),
  comment text,
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  constraint journal_drafts_pkey primary key (tenant_id, id),
  constraint journal_drafts_tenant_id_schedule_id_fkey foreign key (tenant_id, schedule_id)
    references journal_schedules (tenant_id, id) on delete restrict on update cascade,
  constraint journal_drafts_status check (status in ('draft', 'awaiting_approval', 'rejected', 'posted')),
  constraint journal_drafts_scheduled check ((schedule_id is null) = (scheduled_for is null)),
  constraint journal_drafts_reversed_later check (reverse_on > date),
  constraint journal_drafts_four_eyes check (status <> 'posted' or decided_by is null or not decided_by = any (author_ids))
);
-- A schedule makes one journal a day it names: posting a date twice is impossible.
create unique index journal_drafts_tenant_id_schedule_id_scheduled_for_key on journal_drafts (tenant_id, schedule_id, scheduled_for);
create index journal_drafts_tenant_id_status_created_at_id_idx on journal_drafts (tenant_id, status, created_at desc, id desc);

-- A reversal that was promised for a day that has no open period yet.
create table planned_reversals (
  tenant_id uuid not null,
  entry_id uuid not null,
  reverse_on date not null,
  failure text,
  constraint planned_reversals_pkey primary key (tenant_id, entry_id),
  constraint planned_reversals_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id)
);
create index planned_reversals_tenant_id_reverse_on_idx on planned_reversals (tenant_id, reverse_on);

-- By what name an imported journal is known again.
create table journal_imports (
  tenant_id uuid not null,
  key text not null,
  entry_id uuid not null,
  constraint journal_imports_pkey primary key (tenant_id, key),
  constraint journal_imports_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id)
);

-- Files that belong to a document, of whatever kind.
create table attachments (
  tenant_id uuid not null,
  id uuid not null,
  source_kind text not null,
  source_id uuid not null,
  name text not null,
  content_type text not null,
  byte_count integer not null,
  sha256 text not null,
  storage_key text not null,
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  constraint attachments_pkey primary key (tenant_id, id)
);
create index attachments_tenant_id_source_kind_source_id_idx on attachments (tenant_id, source_kind, source_id);

select isolate_tenant('journal_settings', 'select, insert, update');
select isolate_tenant('journal_templates', 'select, insert, update, delete');
select isolate_tenant('journal_schedules', 'select, insert, update');
select isolate_tenant('journal_drafts', 'select, insert, update, delete');
select isolate_tenant('planned_reversals', 'select, insert, update, delete');
select isolate_tenant('journal_imports', 'select, insert');
select isolate_tenant('attachments', 'select, insert, delete');

-- A journal that is posted stays as it was posted.
create function keep_posted_drafts() returns trigger
  language plpgsql as $$
begin
  if old.status = 'posted' then
    perform refuse('accounting.entry_posted', 'A posted journal is never changed: reverse its entry.');
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_posted_drafts before update or delete on journal_drafts for each row execute function keep_posted_drafts();
