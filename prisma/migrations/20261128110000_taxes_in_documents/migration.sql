-- Taxes in documents: which accounts they are posted to, what they came to on each document, and codes that are names of taxes.
alter table taxes add column sales_account_id uuid;
alter table taxes add column purchase_account_id uuid;
alter table taxes add constraint taxes_tenant_id_sales_account_id_fkey foreign key (tenant_id, sales_account_id)
  references ledger_accounts (tenant_id, id) on update cascade on delete restrict;
alter table taxes add constraint taxes_tenant_id_purchase_account_id_fkey foreign key (tenant_id, purchase_account_id)
  references ledger_accounts (tenant_id, id) on update cascade on delete restrict;

-- What is kept back from the payment of an invoice; and the taxes of a line as they were chosen, null where its code says it.
alter table invoices add column withheld_minor bigint not null default 0;
alter table invoice_lines add column tax_ids uuid[];

-- One row for each document and tax: reports need no lines. A credit note's amounts are negative. In the books once an entry is named.
create table document_taxes (
  tenant_id uuid not null,
  source_kind text not null,
  source_id uuid not null,
  tax_id uuid not null,
  direction text not null,
  date date not null,
  currency char(3) not null,
  value decimal(24,9) not null,
  base_minor bigint not null,
  amount_minor bigint not null,
  books_base_minor bigint not null,
  books_amount_minor bigint not null,
  account_id uuid,
  contra_account_id uuid,
  entry_id uuid,
  constraint document_taxes_pkey primary key (tenant_id, source_kind, source_id, tax_id),
  constraint document_taxes_tenant_id_tax_id_fkey foreign key (tenant_id, tax_id) references taxes (tenant_id, id)
    on update cascade on delete restrict,
  constraint document_taxes_tenant_id_account_id_fkey foreign key (tenant_id, account_id) references ledger_accounts (tenant_id, id)
    on update cascade on delete restrict,
  constraint document_taxes_tenant_id_contra_account_id_fkey foreign key (tenant_id, contra_account_id)
    references ledger_accounts (tenant_id, id) on update cascade on delete restrict,
  constraint document_taxes_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id),
  constraint document_taxes_direction check (direction in ('sale', 'purchase')),
  constraint document_taxes_contra check (contra_account_id is null or account_id is not null)
);
create index document_taxes_tenant_id_date_tax_id_idx on document_taxes (tenant_id, date, tax_id);
create index document_taxes_tenant_id_entry_id_idx on document_taxes (tenant_id, entry_id);

select isolate_tenant('document_taxes', 'select, insert, update, delete');

-- The taxes of an invoice follow it; what other documents owe is nobody's own.
create policy owner_reached_select on document_taxes as restrictive for select
  using ((select reaches_all('invoices')) is not null or source_kind <> 'sales.invoice'
    or exists (select from invoices as p where p.tenant_id = document_taxes.tenant_id and p.id = document_taxes.source_id));
create policy owner_reached_update on document_taxes as restrictive for update
  using ((select reaches_all('invoices')) is not null or source_kind <> 'sales.invoice'
    or exists (select from invoices as p where p.tenant_id = document_taxes.tenant_id and p.id = document_taxes.source_id));
create policy owner_reached_delete on document_taxes as restrictive for delete
  using ((select reaches_all('invoices')) is not null or source_kind <> 'sales.invoice'
    or exists (select from invoices as p where p.tenant_id = document_taxes.tenant_id and p.id = document_taxes.source_id));

create function keep_posted_taxes() returns trigger
  language plpgsql as $$
begin
  if old.entry_id is not null then
    perform refuse('tax.posted', 'What a posted document owes is never changed.');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep_posted_taxes before update or delete on document_taxes for each row execute function keep_posted_taxes();

-- The taxes of an invoice add up to what it owes and to what is kept back from its payment.
create function check_invoice_taxes() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from (select distinct tenant_id, source_id from added where source_kind = 'sales.invoice') as touched
    join invoices as i on i.tenant_id = touched.tenant_id and i.id = touched.source_id
    cross join lateral (
      select coalesce(sum(d.amount_minor) filter (where t.operation in ('domestic', 'exempt')), 0) as owed,
             coalesce(sum(d.amount_minor) filter (where t.operation = 'withholding'), 0) as withheld
      from document_taxes as d join taxes as t on t.tenant_id = d.tenant_id and t.id = d.tax_id
      where d.tenant_id = i.tenant_id and d.source_kind = 'sales.invoice' and d.source_id = i.id
    ) as taxes
    where (taxes.owed, taxes.withheld) is distinct from
      (case i.kind when 'invoice' then i.tax_minor else -i.tax_minor end,
       case i.kind when 'invoice' then i.withheld_minor else -i.withheld_minor end)
  ) then
    perform refuse('sales.totals_differ', 'The taxes do not add up to the totals of the invoice.');
  end if;
  return null;
end $$;
create trigger check_invoice_taxes after insert on document_taxes
  referencing new table as added for each statement execute function check_invoice_taxes();

create or replace function keep_posted_invoice() returns trigger
  language plpgsql as $$
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and new.status <> 'draft' and
    (new.kind, new.number, new.reference, new.customer_id, new.date, new.due_date, new.currency, new.net_minor, new.tax_minor,
      new.withheld_minor, new.entry_id)
    is not distinct from
    (old.kind, old.number, old.reference, old.customer_id, old.date, old.due_date, old.currency, old.net_minor, old.tax_minor,
      old.withheld_minor, old.entry_id)
  then
    return new;
  end if;
  perform refuse('sales.invoice_posted', 'A posted invoice is corrected by a credit note.');
  return null;
end $$;

-- A tax code is the short name of a tax of percent that has its id.
create function tax_of_code() returns trigger
  language plpgsql as $$
begin
  insert into taxes (tenant_id, id, code, name, sequence, kind, operation, included, affects_base, base_affected)
    values (new.tenant_id, new.id, new.code, new.name, 1, 'percent', 'domestic', false, false, true);
  insert into tax_rates (tenant_id, tax_id, valid_from, value) values (new.tenant_id, new.id, '0001-01-01', new.rate);
  return null;
end $$;
create trigger tax_of_code after insert on tax_codes for each row execute function tax_of_code();

-- Codes that were there become taxes, under another name where a tax has theirs; posted invoices get the rows of their taxes.
-- Row-level security is forced on the owner, too: one tenant at a time.
create function tax_all_codes() returns void
  language plpgsql as $$
declare
  tenant uuid;
begin
  for tenant in select id from identity.organizations loop
    perform set_config('app.tenant_id', tenant::text, true);
    insert into taxes (tenant_id, id, code, name, sequence, kind, operation, included, affects_base, base_affected)
      select c.tenant_id, c.id,
             case when exists (select from taxes as t where t.tenant_id = c.tenant_id and t.code = c.code) then c.code || ' (' || right(c.id::text, 8) || ')' else c.code end,
             c.name, 1, 'percent', 'domestic', false, false, true
      from tax_codes as c where c.tenant_id = tenant;
    insert into tax_rates (tenant_id, tax_id, valid_from, value)
      select c.tenant_id, c.id, '0001-01-01', c.rate from tax_codes as c where c.tenant_id = tenant;
    insert into document_taxes (tenant_id, source_kind, source_id, tax_id, direction, date, currency, value, base_minor, amount_minor,
        books_base_minor, books_amount_minor, account_id, entry_id)
      select i.tenant_id, 'sales.invoice', i.id, l.tax_code_id, 'sale', i.date, i.currency, max(l.tax_rate), s.sign * sum(l.net_minor),
             s.sign * sum(l.tax_minor), s.sign * sum(l.net_minor), s.sign * sum(l.tax_minor), max(a.id::text)::uuid, i.entry_id
      from invoices as i
      cross join lateral (select case i.kind when 'invoice' then 1 else -1 end as sign) as s
      join invoice_lines as l on l.tenant_id = i.tenant_id and l.invoice_id = i.id and l.tax_code_id is not null
      left join ledger_accounts as a on a.tenant_id = i.tenant_id and a.role = 'output_tax'
      where i.tenant_id = tenant
      group by i.tenant_id, i.id, l.tax_code_id, s.sign;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
select tax_all_codes();
drop function tax_all_codes();
