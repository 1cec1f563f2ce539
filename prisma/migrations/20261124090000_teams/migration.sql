-- Teams and departments are a workspace's own, beside what they limit: a scope of a grant is held inside the tenant's
-- transaction, where the schema `identity` cannot be read. Better Auth works without teams, so its own tables go.
drop table identity.team_members;
drop table identity.teams;
alter table identity.sessions drop column active_team_id;
alter table identity.invitations drop column team_id;

create table teams (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  constraint teams_pkey primary key (tenant_id, id)
);
create unique index teams_tenant_id_name_key on teams (tenant_id, name);

-- People live where this role of PostgreSQL may not look: user_id refers to identity.users without a key. What was assigned
-- before a person joined is of an earlier membership and counts no more.
create table team_members (
  tenant_id uuid not null,
  team_id uuid not null,
  user_id uuid not null,
  assigned_at timestamptz(3) not null default current_timestamp,
  constraint team_members_pkey primary key (tenant_id, team_id, user_id),
  constraint team_members_tenant_id_team_id_fkey foreign key (tenant_id, team_id) references teams (tenant_id, id)
    on delete cascade on update cascade
);
create index team_members_tenant_id_user_id_idx on team_members (tenant_id, user_id);

create table departments (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  parent_id uuid,
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  constraint departments_pkey primary key (tenant_id, id),
  constraint departments_not_below_itself check (parent_id <> id),
  constraint departments_tenant_id_parent_id_fkey foreign key (tenant_id, parent_id) references departments (tenant_id, id)
    on delete restrict on update cascade
);
create unique index departments_tenant_id_name_key on departments (tenant_id, name);
create index departments_tenant_id_parent_id_idx on departments (tenant_id, parent_id);

-- One department a person.
create table department_members (
  tenant_id uuid not null,
  user_id uuid not null,
  department_id uuid not null,
  assigned_at timestamptz(3) not null default current_timestamp,
  constraint department_members_pkey primary key (tenant_id, user_id),
  constraint department_members_tenant_id_department_id_fkey foreign key (tenant_id, department_id)
    references departments (tenant_id, id) on delete restrict on update cascade
);
create index department_members_tenant_id_department_id_idx on department_members (tenant_id, department_id);

select isolate_tenant('teams', 'select, insert, update, delete');
select isolate_tenant('team_members', 'select, insert, delete');
select isolate_tenant('departments', 'select, insert, update, delete');
select isolate_tenant('department_members', 'select, insert, update, delete');
