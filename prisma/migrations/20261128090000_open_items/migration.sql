-- Open items: what each party owes or is owed, line by line of the control accounts, and how debits and credits settle one another.

-- A line keeps the amount of its document when that is in another currency than the books, the day on which it is due, and
-- the item whose value in the books it changes (an exchange difference).
alter table journal_lines
  add column due_on date,
  add column transaction_currency char(3),
  add column transaction_minor bigint,
  add column adjusts_entry_id uuid,
  add column adjusts_position integer,
  add constraint journal_lines_transaction check (
    (transaction_currency is null) = (transaction_minor is null) and sign(transaction_minor) = sign(amount_minor)),
  add constraint journal_lines_adjusts check ((adjusts_entry_id is null) = (adjusts_position is null));
create index journal_lines_adjusting on journal_lines (tenant_id, adjusts_entry_id, adjusts_position) where adjusts_entry_id is not null;

create table open_items (
  tenant_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  ledger text not null,
  account_id uuid not null,
  party_id uuid,
  source_kind text not null,
  source_id uuid,
  date date not null,
  due_on date not null,
  currency char(3) not null,
  amount_minor bigint not null,
  base_minor bigint not null,
  residual_minor bigint not null,
  residual_base_minor bigint not null,
  settled_on date,
  constraint open_items_pkey primary key (tenant_id, entry_id, position),
  constraint open_items_line foreign key (tenant_id, entry_id, position) references journal_lines (tenant_id, entry_id, position),
  constraint open_items_ledger check (ledger in ('receivable', 'payable')),
  constraint open_items_residual check (residual_minor between least(amount_minor, 0) and greatest(amount_minor, 0)),
  constraint open_items_settled check ((settled_on is not null) = (residual_minor = 0) and (residual_minor <> 0 or residual_base_minor = 0))
);
create index open_items_open on open_items (tenant_id, ledger, party_id, due_on) where settled_on is null;
create index open_items_by_settlement on open_items (tenant_id, ledger, settled_on) where settled_on is not null;
create index open_items_tenant_id_source_id_idx on open_items (tenant_id, source_id);

-- A debit and a credit item settle each other. Never changed: what was wrong is taken back by a row of negative amounts.
create table allocations (
  tenant_id uuid not null,
  id uuid not null,
  debit_entry_id uuid not null,
  debit_position integer not null,
  credit_entry_id uuid not null,
  credit_position integer not null,
  date date not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  base_minor bigint not null,
  source_kind text not null,
  source_id uuid not null,
  exchange_entry_id uuid,
  reversal_of_id uuid,
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  constraint allocations_pkey primary key (tenant_id, id),
  constraint allocations_debit foreign key (tenant_id, debit_entry_id, debit_position) references open_items (tenant_id, entry_id, position),
  constraint allocations_credit foreign key (tenant_id, credit_entry_id, credit_position) references open_items (tenant_id, entry_id, position),
  constraint allocations_exchange foreign key (tenant_id, exchange_entry_id) references journal_entries (tenant_id, id),
  constraint allocations_reversal foreign key (tenant_id, reversal_of_id) references allocations (tenant_id, id),
  constraint allocations_signs check (
    case when reversal_of_id is null then debit_minor > 0 and credit_minor > 0 and base_minor >= 0
    else debit_minor < 0 and credit_minor < 0 and base_minor <= 0 end)
);
create unique index allocations_tenant_id_reversal_of_id_key on allocations (tenant_id, reversal_of_id);
create index allocations_by_debit on allocations (tenant_id, debit_entry_id, debit_position);
create index allocations_by_credit on allocations (tenant_id, credit_entry_id, credit_position);
create index allocations_tenant_id_source_id_idx on allocations (tenant_id, source_id);

-- Items follow from the lines of the control accounts, so no code path can forget one.
create function keep_open_items() returns trigger
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
        and (i.account_id is distinct from l.account_id or i.party_id is distinct from l.party_id or i.settled_on is not null)
    ) then
      perform refuse('accounting.item_settled', 'Only an item that is open changes its value, on its own account.');
    end if;
    update open_items as i
      set base_minor = i.base_minor + l.minor, residual_base_minor = i.residual_base_minor + l.minor
      from (
        select tenant_id, adjusts_entry_id, adjusts_position, sum(amount_minor) as minor
        from added where adjusts_entry_id is not null group by 1, 2, 3
      ) as l
      where i.tenant_id = l.tenant_id and i.entry_id = l.adjusts_entry_id and i.position = l.adjusts_position;
  end if;
  return null;
end $$;
create trigger keep_open_items after insert on journal_lines
  referencing new table as added for each statement execute function keep_open_items();

-- What is left of an item. Items are locked in one order, so that two settlements wait for each other and never lock up.
create function settle_items() returns trigger
  language plpgsql as $$
begin
  perform from (
      select tenant_id, debit_entry_id as entry_id, debit_position as position from added
      union select tenant_id, credit_entry_id, credit_position from added
    ) as touched join open_items as i using (tenant_id, entry_id, position)
    order by i.entry_id, i.position for update of i;
  if exists (
    select from added as a
    join open_items as d on d.tenant_id = a.tenant_id and d.entry_id = a.debit_entry_id and d.position = a.debit_position
    join open_items as c on c.tenant_id = a.tenant_id and c.entry_id = a.credit_entry_id and c.position = a.credit_position
    where d.account_id <> c.account_id or d.party_id is distinct from c.party_id or d.amount_minor < 0 or c.amount_minor > 0
  ) then
    perform refuse('accounting.items_apart', 'A debit settles a credit of the same party on the same account.');
  end if;
  if exists (
    select from added as a
    join open_items as i on i.tenant_id = a.tenant_id
      and (i.entry_id, i.position) in ((a.debit_entry_id, a.debit_position), (a.credit_entry_id, a.credit_position))
    where a.date < i.date
  ) then
    perform refuse('accounting.items_apart', 'Items settle each other when both are there, not before.');
  end if;
  if exists (
    select from added as a join allocations as r on r.tenant_id = a.tenant_id and r.id = a.reversal_of_id
    where r.reversal_of_id is not null
      or (a.debit_entry_id, a.debit_position, a.credit_entry_id, a.credit_position, -a.debit_minor, -a.credit_minor, -a.base_minor)
        is distinct from
        (r.debit_entry_id, r.debit_position, r.credit_entry_id, r.credit_position, r.debit_minor, r.credit_minor, r.base_minor)
      or a.date < r.date
  ) then
    perform refuse('accounting.invalid_reversal', 'An allocation is taken back as it was made, not before its date.');
  end if;
  if exists (
    select from (
      select tenant_id, entry_id, position, sum(minor) as minor from (
        select tenant_id, debit_entry_id as entry_id, debit_position as position, debit_minor as minor from added
        union all select tenant_id, credit_entry_id, credit_position, -credit_minor from added
      ) as parts group by 1, 2, 3
    ) as moved join open_items as i using (tenant_id, entry_id, position)
    where i.residual_minor - moved.minor not between least(i.amount_minor, 0) and greatest(i.amount_minor, 0)
  ) then
    perform refuse('accounting.over_allocated', 'More would be settled than is open.');
  end if;
  update open_items as i
    set residual_minor = i.residual_minor - moved.minor,
        residual_base_minor = i.residual_base_minor - moved.base,
        settled_on = case when i.residual_minor = moved.minor then greatest(i.date, (
          select max(a.date) from allocations as a where a.tenant_id = i.tenant_id
            and ((a.debit_entry_id = i.entry_id and a.debit_position = i.position)
              or (a.credit_entry_id = i.entry_id and a.credit_position = i.position)))) end
    from (
      select tenant_id, entry_id, position, sum(minor) as minor, sum(base) as base from (
        select tenant_id, debit_entry_id as entry_id, debit_position as position, debit_minor as minor, base_minor as base from added
        union all select tenant_id, credit_entry_id, credit_position, -credit_minor, -base_minor from added
      ) as parts group by 1, 2, 3
    ) as moved
    where i.tenant_id = moved.tenant_id and i.entry_id = moved.entry_id and i.position = moved.position;
  return null;
end $$;
create trigger settle_items after insert on allocations
  referencing new table as added for each statement execute function settle_items();
create trigger settled_is_settled before update or delete or truncate on allocations execute function refuse_change('accounting.entry_posted');

-- What is open on an invoice follows from its items.
create function invoices_follow_items() returns trigger
  language plpgsql as $$
begin
  update invoices as i set open_minor = items.residual
    from (
      select o.tenant_id, o.source_id, sum(o.residual_minor) as residual
      from (select distinct tenant_id, source_id from changed where source_kind = 'sales.invoice') as touched
      join open_items as o using (tenant_id, source_id) where o.source_kind = 'sales.invoice' group by 1, 2
    ) as items
    where i.tenant_id = items.tenant_id and i.id = items.source_id and i.open_minor <> items.residual;
  return null;
end $$;
create trigger invoices_follow_items after update on open_items
  referencing new table as changed for each statement execute function invoices_follow_items();

select isolate_tenant('open_items', 'select, insert, update');
select isolate_tenant('allocations', 'select, insert');

-- What was posted before: items of all lines on control accounts; credit notes settle the invoices that they took back.
-- Row-level security is forced on the owner, too: one tenant at a time.
create function open_all_items() returns void
  language plpgsql as $$
declare
  tenant uuid;
begin
  for tenant in select id from identity.organizations loop
    perform set_config('app.tenant_id', tenant::text, true);
    insert into open_items (tenant_id, entry_id, position, ledger, account_id, party_id, source_kind, source_id, date, due_on, currency,
        amount_minor, base_minor, residual_minor, residual_base_minor)
      select l.tenant_id, l.entry_id, l.position, a.role, l.account_id, l.party_id, e.source_kind, e.source_id, l.date,
             coalesce(v.due_date, l.date), l.currency, l.amount_minor, l.amount_minor, l.amount_minor, l.amount_minor
      from ledger_accounts as a
      join journal_lines as l on l.tenant_id = a.tenant_id and l.account_id = a.id
      join journal_entries as e on e.tenant_id = l.tenant_id and e.id = l.entry_id
      left join invoices as v on v.tenant_id = e.tenant_id and v.id = e.source_id and e.source_kind = 'sales.invoice'
      where a.tenant_id = tenant and a.role in ('receivable', 'payable');
    insert into allocations (tenant_id, id, debit_entry_id, debit_position, credit_entry_id, credit_position, date, debit_minor,
        credit_minor, base_minor, source_kind, source_id, created_at)
      select c.tenant_id, gen_random_uuid(), d.entry_id, d.position, c.entry_id, c.position, greatest(c.date, d.date), -c.amount_minor, -c.amount_minor,
             -c.amount_minor, 'sales.invoice', n.id, n.posted_at
      from invoices as n
      join open_items as c on c.tenant_id = n.tenant_id and c.source_id = n.id
      join open_items as d on d.tenant_id = n.tenant_id and d.source_id = n.credited_invoice_id
      where n.tenant_id = tenant and n.kind = 'credit_note' and n.status <> 'draft' and c.amount_minor < 0 and d.amount_minor > 0;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
select open_all_items();
drop function open_all_items();
