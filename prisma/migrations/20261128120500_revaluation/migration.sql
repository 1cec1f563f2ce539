-- Revaluations: what money in foreign currencies was worth at the end of a day, and the entries that brought it there.
create table revaluations (
  tenant_id uuid not null,
  id uuid not null,
  date date not null,
  reversal text not null,
  status text not null default 'posted',
  difference_minor bigint not null,
  created_at timestamptz(3) not null,
  constraint revaluations_pkey primary key (tenant_id, id),
  constraint revaluations_reversal check (reversal in ('next_day', 'kept')),
  constraint revaluations_status check (status in ('posted', 'undone'))
);
create index revaluations_tenant_id_date_id_idx on revaluations (tenant_id, date desc, id desc);

create table revaluation_rows (
  tenant_id uuid not null,
  revaluation_id uuid not null,
  position integer not null,
  account_id uuid not null,
  currency char(3) not null,
  quotation text not null,
  rate decimal(24,9) not null,
  rate_on date not null,
  stale boolean not null,
  position_count integer not null,
  foreign_minor bigint not null,
  before_minor bigint not null,
  after_minor bigint not null,
  -- Of what an account holds as a whole, not of items: they know their own value.
  account_difference_minor bigint not null,
  kept boolean not null,
  constraint revaluation_rows_pkey primary key (tenant_id, revaluation_id, position),
  constraint revaluation_rows_tenant_id_revaluation_id_fkey foreign key (tenant_id, revaluation_id) references revaluations (tenant_id, id)
    on update cascade on delete restrict,
  constraint revaluation_rows_tenant_id_account_id_fkey foreign key (tenant_id, account_id) references ledger_accounts (tenant_id, id)
    on update cascade on delete restrict
);
create index revaluation_rows_tenant_id_account_id_idx on revaluation_rows (tenant_id, account_id);
create index journal_lines_transactions on journal_lines (tenant_id, account_id, transaction_currency, date) where transaction_currency is not null;

select isolate_tenant('revaluations', 'select, insert, update');
select isolate_tenant('revaluation_rows', 'select, insert');

-- An item that was settled since may be revalued on a day on which it was open, when the difference is taken back at once:
-- both are posted in one statement, and its value stays what it was settled at.
create or replace function keep_open_items() returns trigger
  language plpgsql as $$
begin
  insert into open_items (tenant_id, entry_id, position, ledger, account_id, party_id, source_kind, source_id, date, due_on, currency,
      amount_minor, base_minor, residual_minor, residual_base_minor)
    select l.tenant_id, l.entry_id, l.position, a.role, l.account_id, l.party_id, e.source_kind, e.source_id, l.date,
           coalesce(l.due_on, l.date), coalesce(l.transaction_currency, l.currency), coalesce(l.transaction_minor, l.amount_minor),
           l.amount_minor, coalesce(l.transaction_minor, l.amount_minor), l.amount_minor
    from added as l
    join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id and a.role in ('receivable', 'payable')
    join journal_entries as e on e.tenant_id = l.tenant_id and e.id = l.entry_id
    where l.adjusts_entry_id is null;
  if exists (select from added where adjusts_entry_id is not null) then
    perform from added as l join open_items as i
        on i.tenant_id = l.tenant_id and i.entry_id = l.adjusts_entry_id and i.position = l.adjusts_position
      order by i.entry_id, i.position for update of i;
    if exists (
      select from added as l left join open_items as i
        on i.tenant_id = l.tenant_id and i.entry_id = l.adjusts_entry_id and i.position = l.adjusts_position
      where l.adjusts_entry_id is not null
        and (i.account_id is distinct from l.account_id or i.party_id is distinct from l.party_id)
    ) or exists (
      select from added as l join open_items as i
        on i.tenant_id = l.tenant_id and i.entry_id = l.adjusts_entry_id and i.position = l.adjusts_position
      where i.settled_on is not null group by i.entry_id, i.position having sum(l.amount_minor) <> 0
    ) then
      perform refuse('accounting.item_settled', 'Only an item that is open changes its value, on its own account.');
    end if;
    update open_items as i
      set base_minor = i.base_minor + l.minor, residual_base_minor = i.residual_base_minor + l.minor
      from (
        select tenant_id, adjusts_entry_id, adjusts_position, sum(amount_minor) as minor
        from added where adjusts_entry_id is not null group by 1, 2, 3 having sum(amount_minor) <> 0
      ) as l
      where i.tenant_id = l.tenant_id and i.entry_id = l.adjusts_entry_id and i.position = l.adjusts_position;
  end if;
  return null;
end $$;
