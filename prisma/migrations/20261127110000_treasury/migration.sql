-- Bank accounts, and what banks say of them. Statements and their lines are written once: nobody who works with Atlas changes
-- or deletes what a bank said.
create table bank_accounts (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  number text not null,
  is_iban boolean not null,
  other_numbers jsonb not null default '[]',
  currency char(3) not null,
  ledger_account_id uuid not null,
  csv_mapping jsonb,
  archived_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  constraint bank_accounts_pkey primary key (tenant_id, id),
  constraint bank_accounts_tenant_id_ledger_account_id_fkey foreign key (tenant_id, ledger_account_id)
    references ledger_accounts (tenant_id, id) on update cascade on delete restrict
);
create unique index bank_accounts_tenant_id_number_currency_key on bank_accounts (tenant_id, number, currency);
create unique index bank_accounts_tenant_id_ledger_account_id_key on bank_accounts (tenant_id, ledger_account_id);

create table bank_statement_imports (
  tenant_id uuid not null,
  id uuid not null,
  bank_account_id uuid not null,
  name text not null,
  byte_count integer not null,
  sha256 text not null,
  storage_key text not null,
  status text not null default 'queued',
  format text,
  statement_count integer not null default 0,
  done_count integer not null default 0,
  line_count integer not null default 0,
  warnings jsonb not null default '[]',
  error text,
  job_id uuid,
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  finished_at timestamptz(3),
  constraint bank_statement_imports_pkey primary key (tenant_id, id),
  constraint bank_statement_imports_status check (status in ('queued', 'completed', 'failed')),
  constraint bank_statement_imports_tenant_id_bank_account_id_fkey foreign key (tenant_id, bank_account_id)
    references bank_accounts (tenant_id, id) on update cascade on delete restrict
);
create index bank_statement_imports_tenant_id_bank_account_id_created_at_idx
  on bank_statement_imports (tenant_id, bank_account_id, created_at desc, id desc);

create table bank_statements (
  tenant_id uuid not null,
  id uuid not null,
  bank_account_id uuid not null,
  import_id uuid not null,
  identity char(64) not null,
  format text not null,
  reference text,
  number text,
  starts_on date,
  ends_on date,
  opening_minor bigint,
  closing_minor bigint,
  line_count integer not null,
  new_line_count integer not null,
  warnings jsonb not null default '[]',
  created_at timestamptz(3) not null default current_timestamp,
  constraint bank_statements_pkey primary key (tenant_id, id),
  constraint bank_statements_tenant_id_bank_account_id_fkey foreign key (tenant_id, bank_account_id)
    references bank_accounts (tenant_id, id) on update cascade on delete restrict,
  constraint bank_statements_tenant_id_import_id_fkey foreign key (tenant_id, import_id)
    references bank_statement_imports (tenant_id, id) on update cascade on delete restrict
);
create unique index bank_statements_tenant_id_bank_account_id_identity_key on bank_statements (tenant_id, bank_account_id, identity);
create index bank_statements_tenant_id_bank_account_id_ends_on_id_idx on bank_statements (tenant_id, bank_account_id, ends_on desc, id desc);

create table bank_statement_lines (
  tenant_id uuid not null,
  id uuid not null,
  bank_account_id uuid not null,
  statement_id uuid not null,
  position integer not null,
  booked_on date not null,
  value_on date,
  amount_minor bigint not null,
  currency char(3) not null,
  code text,
  bank_reference text,
  reference text,
  counterparty_name text,
  counterparty_account text,
  text text not null,
  is_reversal boolean not null,
  details jsonb not null default '[]',
  identity char(64) not null,
  occurrence integer not null,
  constraint bank_statement_lines_pkey primary key (tenant_id, id),
  constraint bank_statement_lines_occurrence check (occurrence > 0),
  constraint bank_statement_lines_tenant_id_bank_account_id_fkey foreign key (tenant_id, bank_account_id)
    references bank_accounts (tenant_id, id) on update cascade on delete restrict,
  constraint bank_statement_lines_tenant_id_statement_id_fkey foreign key (tenant_id, statement_id)
    references bank_statements (tenant_id, id) on update cascade on delete restrict
);
create unique index bank_statement_lines_tenant_id_bank_account_id_identity_occ_key
  on bank_statement_lines (tenant_id, bank_account_id, identity, occurrence);
create index bank_statement_lines_tenant_id_bank_account_id_booked_on_id_idx
  on bank_statement_lines (tenant_id, bank_account_id, booked_on desc, id desc);
create index bank_statement_lines_tenant_id_statement_id_idx on bank_statement_lines (tenant_id, statement_id);

select isolate_tenant('bank_accounts', 'select, insert, update');
select isolate_tenant('bank_statement_imports', 'select, insert, update');
select isolate_tenant('bank_statements', 'select, insert');
select isolate_tenant('bank_statement_lines', 'select, insert');
