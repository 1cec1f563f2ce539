-- The people who run Atlas, and what they set for workspaces (packages/docs/adr/0013-administration.md). Better Auth knows
-- none of these columns but those of sessions, so that nobody sets them through their own account or workspace.
alter table identity.users add column administrator boolean not null default false;

alter table identity.organizations
  add column suspended_at timestamptz(3),
  add column suspended_reason text,
  add column trial_ends_at timestamptz(3),
  add column limits jsonb not null default '{}',
  add column flags jsonb not null default '{}',
  add constraint organizations_suspended_for_a_reason check ((suspended_at is null) = (suspended_reason is null)),
  add constraint organizations_limits_and_flags check (jsonb_typeof(limits) = 'object' and jsonb_typeof(flags) = 'object');
create index organizations_name_id_idx on identity.organizations (name, id);
create index organizations_created_at_id_idx on identity.organizations (created_at, id);

alter table identity.sessions
  add column impersonated_by uuid,
  add column impersonator_name text,
  add column impersonation_reason text,
  add constraint sessions_impersonate_for_a_reason check (num_nonnulls(impersonated_by, impersonator_name, impersonation_reason) in (0, 3)),
  add constraint sessions_impersonate_in_a_workspace check (impersonated_by is null or active_organization_id is not null);

-- Who acted as the person that the event names. Events without one are hashed as they were before.
alter table audit_events add column impersonator_id uuid;

create function is_house() returns boolean
  language sql stable parallel safe
  return current_tenant() = '00000000-0000-7000-8000-000000000000'::uuid;
grant execute on function is_house() to atlas_app;

-- Each view looks with the rights of its owner, for the transaction of one tenant: the own workspace for any, all of them
-- for the house. Whoever does not stand in the house sees and changes no row.
create view workspace_standing with (security_barrier) as
  select id as tenant_id, suspended_at, suspended_reason, trial_ends_at, flags
  from identity.organizations where id = (select current_tenant());
grant select on workspace_standing to atlas_app;

create view house_workspaces with (security_barrier) as
  select id, name, slug, plan, created_at, suspended_at, suspended_reason, trial_ends_at, limits, flags
  from identity.organizations where (select is_house())
  with cascaded check option;
grant select, insert (id, name, slug, plan, trial_ends_at, limits),
  update (plan, suspended_at, suspended_reason, trial_ends_at, limits, flags) on house_workspaces to atlas_app;

create view house_members with (security_barrier) as
  select m.id, m.organization_id, m.user_id, m.role, m.created_at, u.name, u.email, u.locale, u.administrator
  from identity.members as m join identity.users as u on u.id = m.user_id where (select is_house());
grant select on house_members to atlas_app;

create view house_administrators with (security_barrier) as
  select id, name, locale from identity.users where administrator and (select is_house());
grant select on house_administrators to atlas_app;

create view house_invitations with (security_barrier) as
  select id, organization_id, email, role, status, expires_at, inviter_id, created_at
  from identity.invitations where (select is_house())
  with cascaded check option;
grant select, insert (id, organization_id, email, role, status, expires_at, inviter_id) on house_invitations to atlas_app;

-- Nobody reads a session here.
create view house_impersonations with (security_barrier) as
  select id, token, user_id, expires_at, active_organization_id, authenticated_at, impersonated_by, impersonator_name, impersonation_reason
  from identity.sessions where impersonated_by is not null and (select is_house())
  with cascaded check option;
grant insert on house_impersonations to atlas_app;

-- Writes what the house did to a workspace into the workspace's own audit trail and outbox, in the transaction that did it.
create function house_tells(
  workspace uuid, event_id uuid, happened_at timestamptz, administrator_id uuid, operation text, subject uuid, request text, facts jsonb,
  message_id uuid, message_name text, message jsonb
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  house constant text := current_setting('app.tenant_id');
begin
  if not coalesce(is_house(), false) then
    raise exception 'only the house tells a workspace' using errcode = '42501';
  end if;
  perform set_config('app.tenant_id', workspace::text, true);
  insert into audit_events (tenant_id, id, occurred_at, actor_kind, actor_id, action, subject_id, request_id, after)
  values (workspace, event_id, happened_at, 'user', administrator_id, operation, subject, request, facts);
  insert into outbox_messages (tenant_id, id, name, payload, request_id) values (workspace, message_id, message_name, message, request);
  perform set_config('app.tenant_id', house, true);
end $$;
revoke all on function house_tells(uuid, uuid, timestamptz, uuid, text, uuid, text, jsonb, uuid, text, jsonb) from public;
grant execute on function house_tells(uuid, uuid, timestamptz, uuid, text, uuid, text, jsonb, uuid, text, jsonb) to atlas_app;
