-- What the database itself refuses, whatever the application forgets. A refusal carries SQLSTATE AT001, the error code of
-- the contract as its message, and words for people as its detail.

create extension if not exists btree_gist;

create function refuse(code text, words text) returns void
  language plpgsql as $$
begin
  raise exception using errcode = 'AT001', message = code, detail = words;
end $$;

-- Enumerations and simple truths ---------------------------------------------------------------------------------------
alter table ledger_accounts add constraint ledger_accounts_type check (type in ('asset', 'liability', 'equity', 'income', 'expense'));
alter table ledger_accounts add constraint ledger_accounts_not_own_parent check (parent_id is distinct from id);
alter table fiscal_years add constraint fiscal_years_in_order check (ends_on > starts_on);
alter table fiscal_years add constraint fiscal_years_apart exclude using gist (tenant_id with =, daterange(starts_on, ends_on, '[]') with &&);
alter table accounting_periods add constraint accounting_periods_in_order check (ends_on >= starts_on);
alter table accounting_periods add constraint accounting_periods_apart exclude using gist (tenant_id with =, daterange(starts_on, ends_on, '[]') with &&);
alter table number_series add constraint number_series_positive check (last_number > 0);
alter table journal_entries add constraint journal_entries_two_lines check (line_count >= 2);
alter table journal_entries add constraint journal_entries_not_own_reversal check (reversal_of_id is distinct from id);
alter table account_balances add constraint account_balances_grain check (grain in ('day', 'month'));
alter table account_balances add constraint account_balances_signs check (debit_minor >= 0 and credit_minor >= 0);
alter table invoices add constraint invoices_kind check (kind in ('invoice', 'credit_note'));
alter table invoices add constraint invoices_status check (status in ('draft', 'posted', 'voided'));
alter table invoices add constraint invoices_gross check (gross_minor = net_minor + tax_minor);
alter table invoices add constraint invoices_numbered check ((status = 'draft') = (number is null) and (status = 'draft') = (entry_id is null));
alter table invoices add constraint invoices_due check (due_date >= date);
alter table invoices add constraint invoices_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id);
alter table invoice_lines add constraint invoice_lines_discount check (discount between 0 and 1);
alter table tax_codes add constraint tax_codes_rate check (rate between 0 and 1);
alter table jobs add constraint jobs_status check (status in ('queued', 'running', 'succeeded', 'failed', 'dead', 'cancelled'));
alter table imports add constraint imports_status check (status in ('uploaded', 'checking', 'checked', 'running', 'completed', 'failed', 'cancelled'));
alter table import_rows add constraint import_rows_status check (status in ('pending', 'ready', 'refused', 'created', 'unchanged'));

-- Numbers without gaps -----------------------------------------------------------------------------------------------------
-- Draws `amount` consecutive numbers of a series and year and answers the last of them. The series stays locked until the
-- transaction ends, so that a number is given only together with its document.
create function draw_numbers(tenant uuid, series text, series_year integer, amount bigint) returns bigint
  language sql volatile
begin atomic
  insert into number_series (tenant_id, code, year, last_number) values (tenant, series, series_year, amount)
  on conflict (tenant_id, code, year) do update set last_number = number_series.last_number + excluded.last_number
  returning last_number;
end;
grant execute on function draw_numbers(uuid, text, integer, bigint) to atlas_app;

-- Entries fall into an open period ----------------------------------------------------------------------------------------
-- Posters share an advisory lock on the period and locking it takes that lock alone, so that no entry can slip into a
-- period while it is being locked, and posters never wait for one another.
create function period_lock_key(tenant uuid, period uuid) returns bigint
  language sql immutable parallel safe
  return hashtextextended(tenant::text || period::text, 20261121);

create function check_entry_period() returns trigger
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(period_lock_key(tenant_id, period_id))
    from (select distinct tenant_id, period_id from added order by 1, 2) as periods;
  if exists (
    select from added join accounting_periods as p on p.tenant_id = added.tenant_id and p.id = added.period_id
    where p.locked_at is not null or added.date not between p.starts_on and p.ends_on
  ) then
    perform refuse('accounting.period_closed', 'The period of this date is locked.');
  end if;
  return null;
end $$;
create trigger check_entry_period after insert on journal_entries
  referencing new table as added for each statement execute function check_entry_period();

create function await_posters() returns trigger
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(period_lock_key(old.tenant_id, old.id));
  return new;
end $$;
create trigger await_posters before update of locked_at on accounting_periods
  for each row execute function await_posters();

-- Entries balance and are whole --------------------------------------------------------------------------------------------
-- All lines of an entry come in one statement: they sum to zero in each currency, carry the entry's date and are as many
-- as the entry says. Lines added later would collide with the primary key or the count. The balances follow from the same
-- rows, so no code path can forget them.
create function check_journal_lines() returns trigger
  language plpgsql as $$
begin
  if exists (select from added group by tenant_id, entry_id, currency having sum(amount_minor) <> 0) then
    perform refuse('accounting.unbalanced_entry', 'The debits and credits of an entry are not equal.');
  end if;
  if exists (
    select from (
      select tenant_id, entry_id, count(*) as lines, min(position) as first, max(position) as last, min(date) as from_date, max(date) as to_date
      from added group by tenant_id, entry_id
    ) as posted
    left join journal_entries as e on e.tenant_id = posted.tenant_id and e.id = posted.entry_id
    where e.line_count is distinct from posted.lines or posted.first <> 1 or posted.last <> posted.lines
      or posted.from_date <> e.date or posted.to_date <> e.date
  ) then
    perform refuse('accounting.entry_incomplete', 'The lines of an entry are posted together, on its date, numbered from one.');
  end if;
  insert into balance_deltas (tenant_id, entry_id, account_id, date, debit_minor, credit_minor)
    select tenant_id, entry_id, account_id, min(date), sum(greatest(amount_minor, 0)), sum(greatest(-amount_minor, 0))
    from added group by tenant_id, entry_id, account_id;
  return null;
end $$;
create trigger check_journal_lines after insert on journal_lines
  referencing new table as added for each statement execute function check_journal_lines();

-- Posted is posted -------------------------------------------------------------------------------------------------------------
create function refuse_change() returns trigger
  language plpgsql as $$
begin
  perform refuse(tg_argv[0], format('Rows of %s are never changed or deleted.', tg_table_name));
  return null;
end $$;
create trigger posted_is_posted before update or delete or truncate on journal_entries execute function refuse_change('accounting.entry_posted');
create trigger posted_is_posted before update or delete or truncate on journal_lines execute function refuse_change('accounting.entry_posted');
create trigger recorded_is_recorded before update or delete or truncate on audit_events execute function refuse_change('audit.recorded');
create trigger sealed_is_sealed before update or delete or truncate on audit_seals execute function refuse_change('audit.recorded');

create function keep_posted_invoice() returns trigger
  language plpgsql as $$
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and new.status <> 'draft' and
    (new.kind, new.number, new.reference, new.customer_id, new.date, new.due_date, new.currency, new.net_minor, new.tax_minor, new.entry_id)
    is not distinct from
    (old.kind, old.number, old.reference, old.customer_id, old.date, old.due_date, old.currency, old.net_minor, old.tax_minor, old.entry_id)
  then
    return new;
  end if;
  perform refuse('sales.invoice_posted', 'A posted invoice is corrected by a credit note.');
  return null;
end $$;
create trigger keep_posted_invoice before update or delete on invoices for each row execute function keep_posted_invoice();

create function keep_posted_invoice_lines() returns trigger
  language plpgsql as $$
begin
  if exists (select from changed join invoices as i on i.tenant_id = changed.tenant_id and i.id = changed.invoice_id where i.status <> 'draft') then
    perform refuse('sales.invoice_posted', 'A posted invoice is corrected by a credit note.');
  end if;
  return null;
end $$;
create trigger keep_posted_invoice_lines_on_update after update on invoice_lines
  referencing old table as changed for each statement execute function keep_posted_invoice_lines();
create trigger keep_posted_invoice_lines_on_delete after delete on invoice_lines
  referencing old table as changed for each statement execute function keep_posted_invoice_lines();

create function check_invoice_lines() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from (select distinct tenant_id, invoice_id from added) as touched
    join invoices as i on i.tenant_id = touched.tenant_id and i.id = touched.invoice_id
    cross join lateral (
      select sum(l.net_minor) as net, sum(l.tax_minor) as tax from invoice_lines as l where l.tenant_id = i.tenant_id and l.invoice_id = i.id
    ) as lines
    where i.net_minor <> lines.net or i.tax_minor <> lines.tax
  ) then
    perform refuse('sales.totals_differ', 'The lines do not add up to the totals of the invoice.');
  end if;
  return null;
end $$;
create trigger check_invoice_lines after insert on invoice_lines
  referencing new table as added for each statement execute function check_invoice_lines();
