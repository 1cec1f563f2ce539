-- What an amount was for, beside its account: cost centres, projects and dimensions of the workspace's own. Their values are
-- trees; accounts say for which dimensions a line must, may or must not name one.
create table dimensions (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  archived_at timestamptz(3),
  version integer not null default 1,
  constraint dimensions_pkey primary key (tenant_id, id)
);
create unique index dimensions_tenant_id_code_key on dimensions (tenant_id, code);

create table dimension_values (
  tenant_id uuid not null,
  id uuid not null,
  dimension_id uuid not null,
  code text not null,
  name text not null,
  parent_id uuid,
  archived_at timestamptz(3),
  version integer not null default 1,
  constraint dimension_values_pkey primary key (tenant_id, id),
  constraint dimension_values_not_own_parent check (parent_id is distinct from id),
  constraint dimension_values_tenant_id_dimension_id_fkey foreign key (tenant_id, dimension_id) references dimensions (tenant_id, id)
    on update cascade on delete restrict
);
create unique index dimension_values_tenant_id_dimension_id_id_key on dimension_values (tenant_id, dimension_id, id);
create unique index dimension_values_tenant_id_dimension_id_code_key on dimension_values (tenant_id, dimension_id, code);
-- A value stands below one of its own dimension.
alter table dimension_values add constraint dimension_values_tenant_id_dimension_id_parent_id_fkey
  foreign key (tenant_id, dimension_id, parent_id) references dimension_values (tenant_id, dimension_id, id)
  on update cascade on delete restrict;

create table dimension_rules (
  tenant_id uuid not null,
  account_id uuid not null,
  dimension_id uuid not null,
  rule text not null,
  default_value_id uuid,
  constraint dimension_rules_pkey primary key (tenant_id, account_id, dimension_id),
  constraint dimension_rules_rule check (rule in ('mandatory', 'optional', 'forbidden')),
  constraint dimension_rules_default check (rule <> 'forbidden' or default_value_id is null),
  constraint dimension_rules_tenant_id_account_id_fkey foreign key (tenant_id, account_id) references ledger_accounts (tenant_id, id)
    on update cascade on delete restrict,
  constraint dimension_rules_tenant_id_dimension_id_fkey foreign key (tenant_id, dimension_id) references dimensions (tenant_id, id)
    on update cascade on delete restrict,
  constraint dimension_rules_tenant_id_dimension_id_default_value_id_fkey foreign key (tenant_id, dimension_id, default_value_id)
    references dimension_values (tenant_id, dimension_id, id) on update cascade on delete restrict
);

-- The values of posted lines. Account, date and amount are the line's: a report of a value reads nothing else.
create table journal_line_dimensions (
  tenant_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  dimension_id uuid not null,
  value_id uuid not null,
  account_id uuid not null,
  date date not null,
  amount_minor bigint not null,
  constraint journal_line_dimensions_pkey primary key (tenant_id, entry_id, position, dimension_id),
  constraint journal_line_dimensions_tenant_id_entry_id_position_fkey foreign key (tenant_id, entry_id, position)
    references journal_lines (tenant_id, entry_id, position) on update cascade on delete restrict,
  constraint journal_line_dimensions_tenant_id_account_id_fkey foreign key (tenant_id, account_id) references ledger_accounts (tenant_id, id)
    on update cascade on delete restrict,
  constraint journal_line_dimensions_tenant_id_dimension_id_value_id_fkey foreign key (tenant_id, dimension_id, value_id)
    references dimension_values (tenant_id, dimension_id, id) on update cascade on delete restrict
);
create index journal_line_dimensions_of_value
  on journal_line_dimensions (tenant_id, dimension_id, value_id, account_id, date, amount_minor);

select isolate_tenant('dimensions', 'select, insert, update');
select isolate_tenant('dimension_values', 'select, insert, update');
select isolate_tenant('dimension_rules', 'select, insert, update, delete');
select isolate_tenant('journal_line_dimensions', 'select, insert');

-- What an account asks for holds for every posting, whoever writes it. The lines of a reversal are as those that they undo.
create function check_mandatory_dimensions() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from added
    join dimension_rules as r on r.tenant_id = added.tenant_id and r.account_id = added.account_id and r.rule = 'mandatory'
    where not exists (
      select from journal_line_dimensions as d where d.tenant_id = added.tenant_id and d.entry_id = added.entry_id
        and d.position = added.position and d.dimension_id = r.dimension_id
    ) and not exists (
      select from journal_entries as e where e.tenant_id = added.tenant_id and e.id = added.entry_id and e.reversal_of_id is not null
    )
  ) then
    perform refuse('accounting.dimension_required', 'An account of this entry needs a dimension that its line does not name.');
  end if;
  return null;
end $$;
create trigger check_mandatory_dimensions after insert on journal_lines
  referencing new table as added for each statement execute function check_mandatory_dimensions();

-- Dimensions are posted with their lines, in one statement: the rows of one statement have one command of one transaction.
create function check_line_dimensions() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from added
    join journal_line_dimensions as d on d.tenant_id = added.tenant_id and d.entry_id = added.entry_id
      and d.position = added.position and d.dimension_id = added.dimension_id
    left join journal_lines as l on l.tenant_id = d.tenant_id and l.entry_id = d.entry_id and l.position = d.position
    where (l.account_id, l.date, l.amount_minor) is distinct from (d.account_id, d.date, d.amount_minor)
      or l.xmin is distinct from d.xmin or l.cmin is distinct from d.cmin
  ) then
    perform refuse('accounting.entry_incomplete', 'Dimensions are posted together with the lines that they belong to.');
  end if;
  if exists (
    select from added
    join dimension_rules as r on r.tenant_id = added.tenant_id and r.account_id = added.account_id
      and r.dimension_id = added.dimension_id and r.rule = 'forbidden'
    join journal_entries as e on e.tenant_id = added.tenant_id and e.id = added.entry_id and e.reversal_of_id is null
  ) then
    perform refuse('accounting.dimension_forbidden', 'An account of this entry takes no value of a dimension that its line names.');
  end if;
  return null;
end $$;
create trigger check_line_dimensions after insert on journal_line_dimensions
  referencing new table as added for each statement execute function check_line_dimensions();
create trigger posted_is_posted before update or delete or truncate on journal_line_dimensions
  for each statement execute function refuse_change('accounting.entry_posted');
