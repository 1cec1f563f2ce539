-- The roles of Atlas. Run once per cluster by its administrator, before the first migration; harmless when repeated.
--   atlas_owner  owns the tables and migrates them
--   atlas_app    runs the business inside one tenant at a time; owns nothing, cannot bypass row-level security
--   atlas_relay  sees of the outbox which messages wait, not what they say
--   atlas_auth   keeps people and sessions; cannot see any business table
do $$
declare
  role_name text;
begin
  foreach role_name in array array['atlas_owner', 'atlas_app', 'atlas_relay', 'atlas_auth'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I login nosuperuser nobypassrls nocreaterole', role_name);
    end if;
  end loop;
end $$;
-- Prisma compares the schema with a shadow database when a migration is written.
alter role atlas_owner createdb;
-- A statement or an idle transaction of a request never holds locks for long.
alter role atlas_app set statement_timeout = '30s';
alter role atlas_app set idle_in_transaction_session_timeout = '60s';
