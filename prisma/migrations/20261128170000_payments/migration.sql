-- Payments, the terms on which documents are paid, and what a workspace says about both.
create table payments (
  tenant_id uuid not null,
  id uuid not null,
  number text not null,
  direction text not null,
  ledger text not null,
  party_id uuid not null,
  date date not null,
  account_id uuid not null,
  currency char(3) not null,
  amount_minor bigint not null,
  base_minor bigint not null,
  reference text,
  note text,
  entry_id uuid not null,
  reversed_on date,
  reversal_entry_id uuid,
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  constraint payments_pkey primary key (tenant_id, id),
  constraint payments_tenant_id_party_id_fkey foreign key (tenant_id, party_id) references parties (tenant_id, id)
    on delete restrict on update cascade,
  constraint payments_tenant_id_account_id_fkey foreign key (tenant_id, account_id) references ledger_accounts (tenant_id, id)
    on delete restrict on update cascade,
  constraint payments_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id),
  constraint payments_reversal foreign key (tenant_id, reversal_entry_id) references journal_entries (tenant_id, id),
  constraint payments_direction check (direction in ('in', 'out')),
  constraint payments_ledger check (ledger in ('receivable', 'payable')),
  constraint payments_amount check (amount_minor > 0),
  constraint payments_reversed check ((reversed_on is null) = (reversal_entry_id is null) and reversed_on >= date)
);
create unique index payments_tenant_id_number_key on payments (tenant_id, number);
create unique index payments_tenant_id_entry_id_key on payments (tenant_id, entry_id);
create index payments_tenant_id_date_id_idx on payments (tenant_id, date desc, id desc);
create index payments_tenant_id_party_id_date_id_idx on payments (tenant_id, party_id, date desc, id desc);

create function keep_posted_payment() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.reversed_on is null and new.reversed_on is not null and
    (new.number, new.direction, new.ledger, new.party_id, new.date, new.account_id, new.currency, new.amount_minor, new.base_minor, new.entry_id)
    is not distinct from
    (old.number, old.direction, old.ledger, old.party_id, old.date, old.account_id, old.currency, old.amount_minor, old.base_minor, old.entry_id)
  then
    return new;
  end if;
  perform refuse('payments.reversed', 'A posted payment is taken back once, and never changed.');
  return null;
end $$;
create trigger keep_posted_payment before update or delete on payments for each row execute function keep_posted_payment();

create table payment_terms (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  lines jsonb not null,
  discount jsonb,
  archived boolean not null default false,
  version integer not null default 1,
  constraint payment_terms_pkey primary key (tenant_id, id)
);
create unique index payment_terms_tenant_id_code_key on payment_terms (tenant_id, code);

-- What paying a document early takes off, as its terms said when it was posted.
create table early_discounts (
  tenant_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  until date not null,
  amount_minor bigint not null,
  constraint early_discounts_pkey primary key (tenant_id, entry_id, position),
  constraint early_discounts_item foreign key (tenant_id, entry_id, position) references open_items (tenant_id, entry_id, position),
  constraint early_discounts_amount check (amount_minor > 0)
);

create table payment_settings (
  tenant_id uuid not null,
  write_off_limit text not null,
  constraint payment_settings_pkey primary key (tenant_id)
);

-- What changed of open items since a day, to know what was open on it.
create index allocations_tenant_id_date_idx on allocations (tenant_id, date);

select isolate_tenant('payments', 'select, insert, update');
select isolate_tenant('payment_terms', 'select, insert, update');
select isolate_tenant('early_discounts', 'select, insert');
select isolate_tenant('payment_settings', 'select, insert, update');

-- How documents are called, for whoever lists what they posted. Each kind of document adds itself here.
create view documents with (security_invoker = true) as
  select tenant_id, 'sales.invoice' as kind, id, number, reference from invoices
  union all
  select tenant_id, 'purchasing.bill', id, number, supplier_number from bills
  union all
  select tenant_id, 'payments.payment', id, number, reference from payments;
grant select on documents to atlas_app;
