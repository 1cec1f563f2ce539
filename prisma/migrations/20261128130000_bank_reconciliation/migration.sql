-- What movements of a bank are in the books. A match holds statement lines against lines of the ledger on the account of the bank:
-- those that it posted itself, or those that were there. A line of either side is in one standing match at most.
create table bank_matching_rules (
  tenant_id uuid not null,
  id uuid not null,
  bank_account_id uuid not null,
  name text not null,
  position integer not null,
  direction text not null,
  words text,
  counterparty_account text,
  min_minor bigint,
  max_minor bigint,
  account_id uuid,
  party_id uuid,
  is_automatic boolean not null default false,
  archived_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  constraint bank_matching_rules_pkey primary key (tenant_id, id),
  constraint bank_matching_rules_direction check (direction in ('in', 'out', 'both')),
  constraint bank_matching_rules_range check (min_minor <= max_minor),
  constraint bank_matching_rules_tenant_id_bank_account_id_fkey foreign key (tenant_id, bank_account_id)
    references bank_accounts (tenant_id, id) on update cascade on delete restrict,
  constraint bank_matching_rules_tenant_id_account_id_fkey foreign key (tenant_id, account_id)
    references ledger_accounts (tenant_id, id) on update cascade on delete restrict,
  constraint bank_matching_rules_tenant_id_party_id_fkey foreign key (tenant_id, party_id)
    references parties (tenant_id, id) on update cascade on delete restrict
);
create index bank_matching_rules_tenant_id_bank_account_id_position_id_idx
  on bank_matching_rules (tenant_id, bank_account_id, position, id);

create table bank_matches (
  tenant_id uuid not null,
  id uuid not null,
  bank_account_id uuid not null,
  date date not null,
  -- What it posted; null when everything was in the ledger before.
  entry_id uuid,
  rule_id uuid,
  created_by uuid,
  created_at timestamptz(3) not null,
  undone_on date,
  undone_by uuid,
  undone_at timestamptz(3),
  reversal_id uuid,
  constraint bank_matches_pkey primary key (tenant_id, id),
  constraint bank_matches_undone check ((undone_on is null) = (undone_at is null) and (reversal_id is null or undone_on is not null)),
  constraint bank_matches_tenant_id_bank_account_id_fkey foreign key (tenant_id, bank_account_id)
    references bank_accounts (tenant_id, id) on update cascade on delete restrict,
  constraint bank_matches_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id),
  constraint bank_matches_reversal foreign key (tenant_id, reversal_id) references journal_entries (tenant_id, id),
  constraint bank_matches_tenant_id_rule_id_fkey foreign key (tenant_id, rule_id)
    references bank_matching_rules (tenant_id, id) on update cascade on delete restrict
);
create index bank_matches_tenant_id_bank_account_id_id_idx on bank_matches (tenant_id, bank_account_id, id desc);

create table bank_match_lines (
  tenant_id uuid not null,
  match_id uuid not null,
  line_id uuid not null,
  undone boolean not null default false,
  constraint bank_match_lines_pkey primary key (tenant_id, match_id, line_id),
  constraint bank_match_lines_tenant_id_match_id_fkey foreign key (tenant_id, match_id)
    references bank_matches (tenant_id, id) on update cascade on delete restrict,
  constraint bank_match_lines_tenant_id_line_id_fkey foreign key (tenant_id, line_id)
    references bank_statement_lines (tenant_id, id) on update cascade on delete restrict
);
create unique index bank_match_lines_standing on bank_match_lines (tenant_id, line_id) where not undone;

create table bank_match_postings (
  tenant_id uuid not null,
  match_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  undone boolean not null default false,
  constraint bank_match_postings_pkey primary key (tenant_id, match_id, entry_id, position),
  constraint bank_match_postings_tenant_id_match_id_fkey foreign key (tenant_id, match_id)
    references bank_matches (tenant_id, id) on update cascade on delete restrict,
  constraint bank_match_postings_line foreign key (tenant_id, entry_id, position)
    references journal_lines (tenant_id, entry_id, position)
);
create unique index bank_match_postings_standing on bank_match_postings (tenant_id, entry_id, position) where not undone;

create table bank_suggestions (
  tenant_id uuid not null,
  line_id uuid not null,
  rank integer not null,
  kind text not null,
  score integer not null,
  reasons jsonb not null,
  items jsonb not null,
  ledger_entry_id uuid,
  ledger_position integer,
  rule_id uuid,
  rest_minor bigint not null,
  constraint bank_suggestions_pkey primary key (tenant_id, line_id, rank),
  constraint bank_suggestions_kind check (kind in ('items', 'ledger', 'rule')),
  constraint bank_suggestions_tenant_id_line_id_fkey foreign key (tenant_id, line_id)
    references bank_statement_lines (tenant_id, id) on update cascade on delete restrict,
  constraint bank_suggestions_ledger_line foreign key (tenant_id, ledger_entry_id, ledger_position)
    references journal_lines (tenant_id, entry_id, position),
  constraint bank_suggestions_tenant_id_rule_id_fkey foreign key (tenant_id, rule_id)
    references bank_matching_rules (tenant_id, id) on update cascade on delete restrict
);

create table bank_suggestion_runs (
  tenant_id uuid not null,
  id uuid not null,
  bank_account_id uuid not null,
  status text not null default 'running',
  line_count integer not null default 0,
  done_count integer not null default 0,
  suggested_count integer not null default 0,
  applied_count integer not null default 0,
  error text,
  job_id uuid,
  created_at timestamptz(3) not null,
  finished_at timestamptz(3),
  constraint bank_suggestion_runs_pkey primary key (tenant_id, id),
  constraint bank_suggestion_runs_status check (status in ('running', 'completed', 'failed')),
  constraint bank_suggestion_runs_tenant_id_bank_account_id_fkey foreign key (tenant_id, bank_account_id)
    references bank_accounts (tenant_id, id) on update cascade on delete restrict
);
create index bank_suggestion_runs_tenant_id_bank_account_id_id_idx on bank_suggestion_runs (tenant_id, bank_account_id, id desc);

select isolate_tenant('bank_matching_rules', 'select, insert, update');
select isolate_tenant('bank_matches', 'select, insert, update');
select isolate_tenant('bank_match_lines', 'select, insert, update');
select isolate_tenant('bank_match_postings', 'select, insert, update');
select isolate_tenant('bank_suggestions', 'select, insert, delete');
select isolate_tenant('bank_suggestion_runs', 'select, insert, update');
