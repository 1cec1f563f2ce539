-- Bills of suppliers and their credit notes.
create table bills (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  status text not null,
  number text,
  supplier_id uuid not null,
  supplier_number text,
  date date not null,
  posting_date date not null,
  due_date date not null,
  currency char(3) not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  rounding_minor bigint not null,
  gross_minor bigint not null,
  withheld_minor bigint not null,
  total_minor bigint,
  open_minor bigint not null,
  note text,
  owner_id uuid,
  credited_bill_id uuid,
  entry_id uuid,
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  posted_at timestamptz(3),
  constraint bills_pkey primary key (tenant_id, id),
  constraint bills_tenant_id_supplier_id_fkey foreign key (tenant_id, supplier_id)
    references parties (tenant_id, id) on delete restrict on update cascade,
  constraint bills_tenant_id_credited_bill_id_fkey foreign key (tenant_id, credited_bill_id)
    references bills (tenant_id, id) on delete restrict on update cascade,
  constraint bills_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id),
  constraint bills_kind check (kind in ('bill', 'credit_note')),
  constraint bills_status check (status in ('draft', 'posted', 'voided')),
  constraint bills_gross check (gross_minor = net_minor + tax_minor + rounding_minor),
  constraint bills_total check (status = 'draft' or total_minor is null or total_minor = gross_minor),
  constraint bills_numbered check ((status = 'draft') = (number is null) and (status = 'draft') = (entry_id is null)),
  constraint bills_named check (kind = 'credit_note' or supplier_number is not null),
  constraint bills_due check (due_date >= date)
);
create unique index bills_tenant_id_number_key on bills (tenant_id, number);
-- A number is entered once for each supplier; what was voided is out of the way.
create unique index bills_supplier_number on bills (tenant_id, supplier_id, kind, lower(supplier_number)) where status <> 'voided';
create index bills_tenant_id_date_id_idx on bills (tenant_id, date desc, id desc);
create index bills_tenant_id_owner_id_idx on bills (tenant_id, owner_id);
create index bills_tenant_id_supplier_id_date_id_idx on bills (tenant_id, supplier_id, date desc, id desc);
create index bills_credited on bills (tenant_id, credited_bill_id) where credited_bill_id is not null;

create table bill_lines (
  tenant_id uuid not null,
  bill_id uuid not null,
  position integer not null,
  product_id uuid,
  description text not null,
  quantity decimal(24,9) not null,
  unit_price decimal(24,9) not null,
  discount decimal(9,6) not null default 0,
  is_net_given boolean not null default false,
  tax_ids uuid[],
  net_minor bigint not null,
  tax_minor bigint not null,
  account_id uuid not null,
  constraint bill_lines_pkey primary key (tenant_id, bill_id, position),
  constraint bill_lines_tenant_id_bill_id_fkey foreign key (tenant_id, bill_id)
    references bills (tenant_id, id) on delete restrict on update cascade,
  constraint bill_lines_tenant_id_product_id_fkey foreign key (tenant_id, product_id)
    references products (tenant_id, id) on delete restrict on update cascade,
  constraint bill_lines_tenant_id_account_id_fkey foreign key (tenant_id, account_id)
    references ledger_accounts (tenant_id, id) on delete restrict on update cascade,
  constraint bill_lines_discount check (discount between 0 and 1)
);
create index bill_lines_tenant_id_product_id_idx on bill_lines (tenant_id, product_id);

select isolate_tenant('bills', 'select, insert, update, delete');
select isolate_tenant('bill_lines', 'select, insert, update, delete');
select limit_to_owners('bills');
-- Lines follow their bill. They are written after it, but whose it is may not be reached: a trigger looks when it is done.
select limit_to_parents('bill_lines', 'bills', 'bill_id', '{select,update,delete}');

-- The taxes of a bill follow it, too.
create policy bill_reached_select on document_taxes as restrictive for select
  using ((select reaches_all('bills')) is not null or source_kind <> 'purchasing.bill'
    or exists (select from bills as p where p.tenant_id = document_taxes.tenant_id and p.id = document_taxes.source_id));
create policy bill_reached_update on document_taxes as restrictive for update
  using ((select reaches_all('bills')) is not null or source_kind <> 'purchasing.bill'
    or exists (select from bills as p where p.tenant_id = document_taxes.tenant_id and p.id = document_taxes.source_id));
create policy bill_reached_delete on document_taxes as restrictive for delete
  using ((select reaches_all('bills')) is not null or source_kind <> 'purchasing.bill'
    or exists (select from bills as p where p.tenant_id = document_taxes.tenant_id and p.id = document_taxes.source_id));

create function refuse_unreached_bill_lines() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from (select distinct tenant_id, bill_id from added) as a
    where not exists (select from bills as b where b.tenant_id = a.tenant_id and b.id = a.bill_id)
  ) then
    perform refuse('owner_out_of_reach', 'Your roles do not reach this bill.');
  end if;
  return null;
end $$;
create trigger refuse_unreached_bill_lines after insert on bill_lines
  referencing new table as added for each statement when (reaches_all('bills') is null) execute function refuse_unreached_bill_lines();

create function keep_posted_bill() returns trigger
  language plpgsql as $$
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and new.status <> 'draft' and
    (new.kind, new.number, new.supplier_id, new.supplier_number, new.date, new.posting_date, new.due_date, new.currency, new.net_minor,
      new.tax_minor, new.rounding_minor, new.withheld_minor, new.entry_id)
    is not distinct from
    (old.kind, old.number, old.supplier_id, old.supplier_number, old.date, old.posting_date, old.due_date, old.currency, old.net_minor,
      old.tax_minor, old.rounding_minor, old.withheld_minor, old.entry_id)
  then
    return new;
  end if;
  perform refuse('purchasing.bill_posted', 'A posted bill is corrected by a credit note.');
  return null;
end $$;
create trigger keep_posted_bill before update or delete on bills for each row execute function keep_posted_bill();

create function keep_posted_bill_lines() returns trigger
  language plpgsql as $$
begin
  if exists (select from changed join bills as b on b.tenant_id = changed.tenant_id and b.id = changed.bill_id where b.status <> 'draft') then
    perform refuse('purchasing.bill_posted', 'A posted bill is corrected by a credit note.');
  end if;
  return null;
end $$;
create trigger keep_posted_bill_lines_on_update after update on bill_lines
  referencing old table as changed for each statement execute function keep_posted_bill_lines();
create trigger keep_posted_bill_lines_on_delete after delete on bill_lines
  referencing old table as changed for each statement execute function keep_posted_bill_lines();

create function check_bill_lines() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from (select distinct tenant_id, bill_id from added) as touched
    join bills as b on b.tenant_id = touched.tenant_id and b.id = touched.bill_id
    cross join lateral (
      select sum(l.net_minor) as net, sum(l.tax_minor) as tax from bill_lines as l where l.tenant_id = b.tenant_id and l.bill_id = b.id
    ) as lines
    where b.net_minor <> lines.net or b.tax_minor <> lines.tax
  ) then
    perform refuse('purchasing.totals_differ', 'The lines do not add up to the totals of the bill.');
  end if;
  return null;
end $$;
create trigger check_bill_lines after insert on bill_lines
  referencing new table as added for each statement execute function check_bill_lines();

-- The taxes of a bill add up to what it owes and to what is kept back from its payment.
create function check_bill_taxes() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from (select distinct tenant_id, source_id from added where source_kind = 'purchasing.bill') as touched
    join bills as b on b.tenant_id = touched.tenant_id and b.id = touched.source_id
    cross join lateral (
      select coalesce(sum(d.amount_minor) filter (where t.operation in ('domestic', 'exempt')), 0) as owed,
             coalesce(sum(d.amount_minor) filter (where t.operation = 'withholding'), 0) as withheld
      from document_taxes as d join taxes as t on t.tenant_id = d.tenant_id and t.id = d.tax_id
      where d.tenant_id = b.tenant_id and d.source_kind = 'purchasing.bill' and d.source_id = b.id
    ) as taxes
    where (taxes.owed, taxes.withheld) is distinct from
      (case b.kind when 'bill' then b.tax_minor else -b.tax_minor end,
       case b.kind when 'bill' then b.withheld_minor else -b.withheld_minor end)
  ) then
    perform refuse('purchasing.totals_differ', 'The taxes do not add up to the totals of the bill.');
  end if;
  return null;
end $$;
create trigger check_bill_taxes after insert on document_taxes
  referencing new table as added for each statement execute function check_bill_taxes();

-- What is open on a bill follows from its items: a payable is a credit, so what is open is the other way round.
create function bills_follow_items() returns trigger
  language plpgsql as $$
begin
  update bills as b set open_minor = -items.residual
    from (
      select o.tenant_id, o.source_id, sum(o.residual_minor) as residual
      from (select distinct tenant_id, source_id from changed where source_kind = 'purchasing.bill') as touched
      join open_items as o using (tenant_id, source_id) where o.source_kind = 'purchasing.bill' group by 1, 2
    ) as items
    where b.tenant_id = items.tenant_id and b.id = items.source_id and b.open_minor <> -items.residual;
  return null;
end $$;
create trigger bills_follow_items after update on open_items
  referencing new table as changed for each statement execute function bills_follow_items();
