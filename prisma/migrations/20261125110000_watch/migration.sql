-- What operators see of background work (packages/docs/adr/0018-observability.md): which request, of which person's click, a
-- message comes from, which jobs are dead, and what plan the tenant of a waiting one has. The relay still reads nothing of
-- what they say.
alter table outbox_messages add column trace_id text,
  add constraint outbox_messages_trace_id_check check (trace_id ~ '^[0-9a-f]{32}$');

grant select (request_id, trace_id) on outbox_messages to atlas_relay;

grant usage on schema identity to atlas_relay;
grant select (id, plan) on identity.organizations to atlas_relay;

create policy relay_select on jobs for select to atlas_relay using (true);
grant select (tenant_id, id, status, finished_at) on jobs to atlas_relay;
create index jobs_dead on jobs (finished_at) where status = 'dead';
