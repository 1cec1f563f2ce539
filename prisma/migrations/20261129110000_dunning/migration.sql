-- Reminders of what customers owe: levels, whom and what they leave out, runs that propose them, and what was written.
create table dunning_levels (
  tenant_id uuid not null,
  level integer not null,
  name text not null,
  days_overdue integer not null,
  days_between integer not null,
  fee_minor bigint not null default 0,
  fee_account_id uuid,
  texts jsonb not null,
  constraint dunning_levels_pkey primary key (tenant_id, level),
  constraint dunning_levels_tenant_id_fee_account_id_fkey foreign key (tenant_id, fee_account_id)
    references ledger_accounts (tenant_id, id) on delete restrict on update cascade,
  constraint dunning_levels_level check (level between 1 and 9),
  constraint dunning_levels_days check (days_overdue > 0 and days_between > 0),
  constraint dunning_levels_fee check (fee_minor >= 0 and (fee_minor = 0 or fee_account_id is not null))
);

-- What holds for one customer; without a row nothing special does.
create table dunning_parties (
  tenant_id uuid not null,
  party_id uuid not null,
  excluded boolean not null,
  reason text,
  locale text not null,
  constraint dunning_parties_pkey primary key (tenant_id, party_id),
  constraint dunning_parties_tenant_id_party_id_fkey foreign key (tenant_id, party_id)
    references parties (tenant_id, id) on delete restrict on update cascade,
  constraint dunning_parties_locale check (locale in ('en', 'de')),
  constraint dunning_parties_reason check (not excluded or reason is not null)
);

-- What is disputed: nobody is reminded of it while it is on hold.
create table dunning_holds (
  tenant_id uuid not null,
  entry_id uuid not null,
  reason text not null,
  until date,
  created_at timestamptz(3) not null default current_timestamp,
  constraint dunning_holds_pkey primary key (tenant_id, entry_id),
  constraint dunning_holds_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id)
);

-- The levels are kept as they were when the run was proposed: what is confirmed is what was seen.
create table dunning_runs (
  tenant_id uuid not null,
  id uuid not null,
  as_of date not null,
  status text not null,
  job_id uuid,
  currency char(3) not null,
  levels jsonb not null,
  done_count integer not null default 0,
  reminder_count integer not null default 0,
  error text,
  created_at timestamptz(3) not null default current_timestamp,
  finished_at timestamptz(3),
  version integer not null default 1,
  constraint dunning_runs_pkey primary key (tenant_id, id),
  constraint dunning_runs_status check (status in ('proposed', 'running', 'completed', 'failed', 'discarded'))
);
create index dunning_runs_tenant_id_created_at_id_idx on dunning_runs (tenant_id, created_at desc, id desc);

-- A customer in a run, with what else was open in each currency when it was proposed.
create table dunning_proposals (
  tenant_id uuid not null,
  run_id uuid not null,
  party_id uuid not null,
  others jsonb not null,
  outcome text,
  constraint dunning_proposals_pkey primary key (tenant_id, run_id, party_id),
  constraint dunning_proposals_tenant_id_run_id_fkey foreign key (tenant_id, run_id)
    references dunning_runs (tenant_id, id) on delete restrict on update cascade,
  constraint dunning_proposals_tenant_id_party_id_fkey foreign key (tenant_id, party_id)
    references parties (tenant_id, id) on delete restrict on update cascade,
  constraint dunning_proposals_outcome check (outcome in ('reminded', 'left_out'))
);

create table dunning_proposal_items (
  tenant_id uuid not null,
  run_id uuid not null,
  party_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  level integer not null,
  days_overdue integer not null,
  currency char(3) not null,
  open_minor bigint not null,
  selected boolean not null default true,
  constraint dunning_proposal_items_pkey primary key (tenant_id, run_id, entry_id, position),
  constraint dunning_proposal_items_proposal foreign key (tenant_id, run_id, party_id)
    references dunning_proposals (tenant_id, run_id, party_id),
  constraint dunning_proposal_items_item foreign key (tenant_id, entry_id, position)
    references open_items (tenant_id, entry_id, position)
);
create index dunning_proposal_items_tenant_id_run_id_party_id_idx on dunning_proposal_items (tenant_id, run_id, party_id);

create table reminders (
  tenant_id uuid not null,
  id uuid not null,
  number text not null,
  run_id uuid not null,
  party_id uuid not null,
  date date not null,
  level integer not null,
  level_name text not null,
  locale text not null,
  subject text not null,
  body text not null,
  figures jsonb not null,
  mail text not null,
  mail_id uuid,
  currency char(3) not null,
  fee_minor bigint not null,
  entry_id uuid,
  reversed_on date,
  reversal_reason text,
  reversal_entry_id uuid,
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  constraint reminders_pkey primary key (tenant_id, id),
  constraint reminders_tenant_id_run_id_fkey foreign key (tenant_id, run_id)
    references dunning_runs (tenant_id, id) on delete restrict on update cascade,
  constraint reminders_tenant_id_party_id_fkey foreign key (tenant_id, party_id)
    references parties (tenant_id, id) on delete restrict on update cascade,
  constraint reminders_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id),
  constraint reminders_reversal foreign key (tenant_id, reversal_entry_id) references journal_entries (tenant_id, id),
  constraint reminders_mail check (mail in ('requested', 'no_address', 'no_vendor') and (mail = 'requested') = (mail_id is not null)),
  constraint reminders_fee check (fee_minor >= 0 and (fee_minor > 0) = (entry_id is not null)),
  constraint reminders_reversed check ((reversed_on is null) = (reversal_reason is null) and reversed_on >= date
    and (reversal_entry_id is null or reversed_on is not null and entry_id is not null))
);
create unique index reminders_tenant_id_number_key on reminders (tenant_id, number);
-- One reminder for a customer in a run, however often its job is delivered.
create unique index reminders_tenant_id_run_id_party_id_key on reminders (tenant_id, run_id, party_id);
create index reminders_tenant_id_date_id_idx on reminders (tenant_id, date desc, id desc);
create index reminders_tenant_id_party_id_date_id_idx on reminders (tenant_id, party_id, date desc, id desc);

create table reminder_items (
  tenant_id uuid not null,
  reminder_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  level integer not null,
  due_on date not null,
  days_overdue integer not null,
  currency char(3) not null,
  open_minor bigint not null,
  -- The reminder was taken back: the level is free again.
  taken_back boolean not null default false,
  constraint reminder_items_pkey primary key (tenant_id, reminder_id, entry_id, position),
  constraint reminder_items_tenant_id_reminder_id_fkey foreign key (tenant_id, reminder_id)
    references reminders (tenant_id, id) on delete restrict on update cascade,
  constraint reminder_items_item foreign key (tenant_id, entry_id, position) references open_items (tenant_id, entry_id, position)
);
-- No item is reminded of one level twice, whoever tries.
create unique index reminder_items_once on reminder_items (tenant_id, entry_id, position, level) where not taken_back;

create function keep_reminder() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.reversed_on is null and new.reversed_on is not null and
    to_jsonb(new) - array['reversed_on', 'reversal_reason', 'reversal_entry_id', 'version'] =
    to_jsonb(old) - array['reversed_on', 'reversal_reason', 'reversal_entry_id', 'version']
  then
    return new;
  end if;
  perform refuse('payments.reminder_reversed', 'A reminder is taken back once, and never changed.');
  return null;
end $$;
create trigger keep_reminder before update or delete on reminders for each row execute function keep_reminder();

create function keep_reminder_item() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'UPDATE' and not old.taken_back and new.taken_back and to_jsonb(new) - 'taken_back' = to_jsonb(old) - 'taken_back' then
    return new;
  end if;
  perform refuse('payments.reminder_reversed', 'What a reminder was about is never changed.');
  return null;
end $$;
create trigger keep_reminder_item before update or delete on reminder_items for each row execute function keep_reminder_item();

select isolate_tenant('dunning_levels', 'select, insert, update, delete');
select isolate_tenant('dunning_parties', 'select, insert, update');
select isolate_tenant('dunning_holds', 'select, insert, update, delete');
select isolate_tenant('dunning_runs', 'select, insert, update');
select isolate_tenant('dunning_proposals', 'select, insert, update');
select isolate_tenant('dunning_proposal_items', 'select, insert, update');
select isolate_tenant('reminders', 'select, insert, update');
select isolate_tenant('reminder_items', 'select, insert, update');

create or replace view documents with (security_invoker = true) as
  select tenant_id, 'sales.invoice' as kind, id, number, reference from invoices
  union all
  select tenant_id, 'purchasing.bill', id, number, supplier_number from bills
  union all
  select tenant_id, 'payments.payment', id, number, reference from payments
  union all
  select tenant_id, 'payments.reminder', id, number, null from reminders;
