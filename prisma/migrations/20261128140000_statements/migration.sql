-- What the movements of an account are in a cash flow; null takes the class of the heading above it.
alter table ledger_accounts add column cash_flow text;
alter table ledger_accounts add constraint ledger_accounts_cash_flow
  check (cash_flow in ('cash', 'non_cash', 'operating', 'investing', 'financing'));

-- Statements as they were known at an instant leave out what was posted after it.
create index journal_entries_tenant_id_posted_at_idx on journal_entries (tenant_id, posted_at);

-- Reports that were written as files: what was asked, and the file once it is there.
create table report_files (
  tenant_id uuid not null,
  id uuid not null,
  report text not null,
  format text not null,
  terms jsonb not null,
  status text not null default 'queued',
  file_name text not null,
  line_count integer not null default 0,
  byte_count bigint,
  storage_key text,
  sha256 text,
  error text,
  job_id uuid,
  requested_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  finished_at timestamptz(3),
  constraint report_files_pkey primary key (tenant_id, id),
  constraint report_files_format check (format in ('csv', 'xlsx', 'pdf')),
  constraint report_files_status check (status in ('queued', 'completed', 'failed')),
  constraint report_files_whole check ((status = 'completed') = (storage_key is not null))
);

select isolate_tenant('report_files', 'select, insert, update');
