-- Fixed assets and deferrals: what is planned, what is posted of it, and what that moved in the register.
create table asset_categories (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  asset_account_id uuid not null,
  accumulated_account_id uuid not null,
  expense_account_id uuid not null,
  gain_account_id uuid not null,
  loss_account_id uuid not null,
  method text not null,
  periods integer not null,
  months_per_period integer not null,
  pro_rata text not null,
  yearly_rate decimal(12,9),
  version integer not null default 1,
  constraint asset_categories_pkey primary key (tenant_id, id),
  constraint asset_categories_asset_account foreign key (tenant_id, asset_account_id)
    references ledger_accounts (tenant_id, id) on delete restrict on update cascade,
  constraint asset_categories_accumulated_account foreign key (tenant_id, accumulated_account_id)
    references ledger_accounts (tenant_id, id) on delete restrict on update cascade,
  constraint asset_categories_expense_account foreign key (tenant_id, expense_account_id)
    references ledger_accounts (tenant_id, id) on delete restrict on update cascade,
  constraint asset_categories_gain_account foreign key (tenant_id, gain_account_id)
    references ledger_accounts (tenant_id, id) on delete restrict on update cascade,
  constraint asset_categories_loss_account foreign key (tenant_id, loss_account_id)
    references ledger_accounts (tenant_id, id) on delete restrict on update cascade,
  constraint asset_categories_apart check (asset_account_id <> accumulated_account_id)
);
create unique index asset_categories_tenant_id_code_key on asset_categories (tenant_id, code);

create table assets (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  category_id uuid not null,
  status text not null,
  currency char(3) not null,
  cost_minor bigint not null,
  accumulated_minor bigint not null,
  salvage_minor bigint not null,
  opening_minor bigint not null,
  opening_periods integer not null,
  method text not null,
  periods integer not null,
  months_per_period integer not null,
  pro_rata text not null,
  yearly_rate decimal(12,9),
  fiscal_year_starts_in integer not null,
  available_on date not null,
  first_period_ends_on date not null,
  entered_on date,
  disposed_on date,
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  constraint assets_pkey primary key (tenant_id, id),
  constraint assets_tenant_id_category_id_fkey foreign key (tenant_id, category_id)
    references asset_categories (tenant_id, id) on delete restrict on update cascade,
  constraint assets_status check (status in ('draft', 'in_service', 'fully_depreciated', 'disposed')),
  constraint assets_amounts check (accumulated_minor >= 0 and salvage_minor >= 0 and cost_minor - accumulated_minor >= salvage_minor
    or status = 'disposed')
);
create unique index assets_tenant_id_code_key on assets (tenant_id, code);
create index assets_tenant_id_category_id_idx on assets (tenant_id, category_id);

-- What an entry changed in the register. Never changed: an error is taken back by a movement of its own.
create table asset_movements (
  tenant_id uuid not null,
  id uuid not null,
  asset_id uuid not null,
  asset_version integer not null,
  kind text not null,
  date date not null,
  cost_minor bigint not null,
  accumulated_minor bigint not null,
  entry_id uuid not null,
  constraint asset_movements_pkey primary key (tenant_id, id),
  constraint asset_movements_tenant_id_asset_id_fkey foreign key (tenant_id, asset_id)
    references assets (tenant_id, id) on delete restrict on update cascade,
  constraint asset_movements_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id),
  constraint asset_movements_kind check (kind in ('acquisition', 'depreciation', 'revaluation', 'disposal', 'reversal'))
);
create unique index asset_movements_tenant_id_asset_id_asset_version_key on asset_movements (tenant_id, asset_id, asset_version);
create index asset_movements_tenant_id_asset_id_date_idx on asset_movements (tenant_id, asset_id, date);

create table deferrals (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  description text not null,
  currency char(3) not null,
  amount_minor bigint not null,
  from_account_id uuid not null,
  to_account_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  basis text not null,
  created_at timestamptz(3) not null default current_timestamp,
  constraint deferrals_pkey primary key (tenant_id, id),
  constraint deferrals_from_account foreign key (tenant_id, from_account_id)
    references ledger_accounts (tenant_id, id) on delete restrict on update cascade,
  constraint deferrals_to_account foreign key (tenant_id, to_account_id)
    references ledger_accounts (tenant_id, id) on delete restrict on update cascade,
  constraint deferrals_kind check (kind in ('revenue', 'expense')),
  constraint deferrals_apart check (from_account_id <> to_account_id),
  constraint deferrals_in_order check (ends_on >= starts_on),
  constraint deferrals_amount check (amount_minor > 0)
);
create index deferrals_tenant_id_starts_on_id_idx on deferrals (tenant_id, starts_on desc, id desc);

create table depreciation_runs (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  through date not null,
  status text not null,
  job_id uuid,
  currency char(3) not null,
  posted_minor bigint not null default 0,
  done_count integer not null default 0,
  total_count integer not null,
  error text,
  created_at timestamptz(3) not null default current_timestamp,
  finished_at timestamptz(3),
  version integer not null default 1,
  constraint depreciation_runs_pkey primary key (tenant_id, id),
  constraint depreciation_runs_kind check (kind in ('depreciation', 'deferral')),
  constraint depreciation_runs_status check (status in ('running', 'completed', 'failed', 'reversed'))
);
create index depreciation_runs_tenant_id_created_at_id_idx on depreciation_runs (tenant_id, created_at desc, id desc);

-- A part of a plan. Two that count never cover one period of one thing: posting a period twice is impossible.
create table schedule_rows (
  tenant_id uuid not null,
  id uuid not null,
  asset_id uuid,
  deferral_id uuid,
  starts_on date not null,
  ends_on date not null,
  amount_minor bigint not null,
  run_id uuid,
  entry_id uuid,
  posted_on date,
  reversal_id uuid,
  constraint schedule_rows_pkey primary key (tenant_id, id),
  constraint schedule_rows_tenant_id_asset_id_fkey foreign key (tenant_id, asset_id)
    references assets (tenant_id, id) on delete restrict on update cascade,
  constraint schedule_rows_tenant_id_deferral_id_fkey foreign key (tenant_id, deferral_id)
    references deferrals (tenant_id, id) on delete restrict on update cascade,
  constraint schedule_rows_tenant_id_run_id_fkey foreign key (tenant_id, run_id)
    references depreciation_runs (tenant_id, id) on delete restrict on update cascade,
  constraint schedule_rows_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id),
  constraint schedule_rows_reversal foreign key (tenant_id, reversal_id) references journal_entries (tenant_id, id),
  constraint schedule_rows_of_one check ((asset_id is null) <> (deferral_id is null)),
  constraint schedule_rows_amount check (amount_minor > 0),
  constraint schedule_rows_posted check ((entry_id is null) = (posted_on is null) and (reversal_id is null or entry_id is not null))
);
create unique index schedule_rows_tenant_id_asset_id_deferral_id_ends_on_revers_key
  on schedule_rows (tenant_id, asset_id, deferral_id, ends_on, reversal_id) nulls not distinct;
create index schedule_rows_tenant_id_run_id_idx on schedule_rows (tenant_id, run_id);
create index schedule_rows_tenant_id_ends_on_idx on schedule_rows (tenant_id, ends_on);

select isolate_tenant('asset_categories', 'select, insert, update');
select isolate_tenant('assets', 'select, insert, update, delete');
select isolate_tenant('asset_movements', 'select, insert');
select isolate_tenant('deferrals', 'select, insert');
select isolate_tenant('depreciation_runs', 'select, insert, update');
select isolate_tenant('schedule_rows', 'select, insert, update, delete');

-- What is posted stays as it was posted; that it was taken back is written beside it, once.
create function keep_posted_rows() returns trigger
  language plpgsql as $$
begin
  if old.entry_id is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or old.reversal_id is not null
    or (old.tenant_id, old.id, old.asset_id, old.deferral_id, old.starts_on, old.ends_on, old.amount_minor, old.run_id, old.entry_id, old.posted_on)
      is distinct from
      (new.tenant_id, new.id, new.asset_id, new.deferral_id, new.starts_on, new.ends_on, new.amount_minor, new.run_id, new.entry_id, new.posted_on)
  then
    perform refuse('assets.row_posted', 'What is posted is not changed: reverse its run.');
  end if;
  return new;
end $$;
create trigger keep_posted_rows before update or delete on schedule_rows for each row execute function keep_posted_rows();
