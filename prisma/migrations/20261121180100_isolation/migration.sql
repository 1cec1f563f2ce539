-- Tenant isolation, the database's half (packages/docs/adr/0001-tenant-isolation.md).

revoke all on schema public from public;
grant usage on schema public to atlas_app, atlas_relay;
grant usage on schema identity to atlas_auth;
grant select, insert, update, delete on all tables in schema identity to atlas_auth;
alter default privileges in schema identity grant select, insert, update, delete on tables to atlas_auth;

-- The tenant of the running transaction; null outside of one, so that every policy refuses.
create function current_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;
grant execute on function current_tenant() to atlas_app, atlas_relay;

-- Isolates one table: forced row-level security with one policy per verb, and for the app role exactly the privileges
-- named. The setting is read in a sub-select, which PostgreSQL evaluates once a statement instead of once a row.
create function isolate_tenant(target regclass, privileges text) returns void
  language plpgsql as $$
declare
  inside constant text := 'tenant_id = (select current_tenant())';
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant_select on %s for select using (%s)', target, inside);
  execute format('create policy tenant_insert on %s for insert with check (%s)', target, inside);
  execute format('create policy tenant_update on %s for update using (%s) with check (%s)', target, inside, inside);
  execute format('create policy tenant_delete on %s for delete using (%s)', target, inside);
  execute format('grant %s on %s to atlas_app', privileges, target);
end $$;
revoke all on function isolate_tenant(regclass, text) from public;

select isolate_tenant(t::regclass, p) from (values
  ('idempotency_keys', 'select, insert, update, delete'),
  ('audit_events', 'select, insert'),
  ('audit_seals', 'select, insert'),
  ('audit_chains', 'select, insert, update'),
  ('outbox_messages', 'select, insert, update'),
  ('inbox_receipts', 'select, insert'),
  ('jobs', 'select, insert, update'),
  ('parties', 'select, insert, update, delete'),
  ('addresses', 'select, insert, update, delete'),
  ('contacts', 'select, insert, update, delete'),
  ('product_categories', 'select, insert, update, delete'),
  ('units', 'select, insert, update, delete'),
  ('tax_codes', 'select, insert, update, delete'),
  ('products', 'select, insert, update, delete'),
  ('companies', 'select, insert, update'),
  ('ledger_accounts', 'select, insert, update'),
  ('fiscal_years', 'select, insert'),
  ('accounting_periods', 'select, insert, update'),
  ('number_series', 'select, insert, update'),
  ('journal_entries', 'select, insert'),
  ('journal_lines', 'select, insert'),
  ('account_balances', 'select, insert, update'),
  ('balance_deltas', 'select, insert, delete'),
  ('invoices', 'select, insert, update, delete'),
  ('invoice_lines', 'select, insert, update, delete'),
  ('imports', 'select, insert, update'),
  ('import_files', 'select, insert, update'),
  ('import_rows', 'select, insert, update, delete')
) as tables (t, p);

-- The relay learns that a message waits and for whom, never what it says.
create policy relay_select on outbox_messages for select to atlas_relay using (true);
create policy relay_update on outbox_messages for update to atlas_relay using (true) with check (true);
grant select (tenant_id, id, name, created_at, published_at, handled_at) on outbox_messages to atlas_relay;
grant update (published_at, handled_at) on outbox_messages to atlas_relay;
create index outbox_messages_waiting on outbox_messages (created_at) where published_at is null;
create index outbox_messages_unhandled on outbox_messages (published_at) where handled_at is null;
