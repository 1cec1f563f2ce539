-- Roles of a workspace's own making, and which roles were given to whom besides that of the membership
-- (packages/docs/adr/0009-roles-and-permissions.md).
create table roles (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  description text,
  grants jsonb not null,
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  constraint roles_pkey primary key (tenant_id, id),
  constraint roles_grants_are_a_list check (jsonb_typeof(grants) = 'array')
);
create unique index roles_tenant_id_code_key on roles (tenant_id, code);

-- People live where this role of PostgreSQL may not look: user_id refers to identity.users without a key. An owner is made
-- by the membership alone.
create table role_assignments (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  role_id uuid,
  ready_role text,
  assigned_by uuid,
  assigned_at timestamptz(3) not null default current_timestamp,
  constraint role_assignments_pkey primary key (tenant_id, id),
  constraint role_assignments_tenant_id_role_id_fkey foreign key (tenant_id, role_id) references roles (tenant_id, id)
    on delete restrict on update cascade,
  constraint role_assignments_name_one_role check (num_nonnulls(role_id, ready_role) = 1),
  constraint role_assignments_make_no_owner check (ready_role <> 'owner')
);
create unique index role_assignments_tenant_id_user_id_role_id_key on role_assignments (tenant_id, user_id, role_id);
create unique index role_assignments_tenant_id_user_id_ready_role_key on role_assignments (tenant_id, user_id, ready_role);
create index role_assignments_tenant_id_role_id_idx on role_assignments (tenant_id, role_id);

select isolate_tenant('roles', 'select, insert, update, delete');
select isolate_tenant('role_assignments', 'select, insert, delete');
