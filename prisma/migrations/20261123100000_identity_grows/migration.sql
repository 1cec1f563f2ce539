-- Second factors, passkeys and teams, as Better Auth keeps them; where a session is and when its person was last asked who they are.
alter table identity.users
  add column locale text not null default 'en',
  add column two_factor_enabled boolean not null default false;

alter table identity.sessions
  add column place text,
  add column active_team_id uuid,
  add column authenticated_at timestamptz(3) not null default current_timestamp;

alter table identity.invitations add column team_id text;

create table identity.two_factors (
  id uuid not null,
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz(3),
  constraint two_factors_pkey primary key (id),
  constraint two_factors_user_id_fkey foreign key (user_id) references identity.users (id) on delete cascade on update cascade
);
create index two_factors_user_id_idx on identity.two_factors (user_id);
create index two_factors_secret_idx on identity.two_factors (secret);

create table identity.passkeys (
  id uuid not null,
  user_id uuid not null,
  name text,
  credential_id text not null,
  public_key text not null,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz(3) default current_timestamp,
  constraint passkeys_pkey primary key (id),
  constraint passkeys_user_id_fkey foreign key (user_id) references identity.users (id) on delete cascade on update cascade
);
create unique index passkeys_credential_id_key on identity.passkeys (credential_id);
create index passkeys_user_id_idx on identity.passkeys (user_id);

create table identity.teams (
  id uuid not null,
  organization_id uuid not null,
  name text not null,
  member_count integer not null default 0,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3),
  constraint teams_pkey primary key (id),
  constraint teams_organization_id_fkey foreign key (organization_id) references identity.organizations (id) on delete cascade on update cascade
);
create index teams_organization_id_idx on identity.teams (organization_id);

create table identity.team_members (
  id uuid not null,
  team_id uuid not null,
  user_id uuid not null,
  membership_key text,
  created_at timestamptz(3) default current_timestamp,
  constraint team_members_pkey primary key (id),
  constraint team_members_team_id_fkey foreign key (team_id) references identity.teams (id) on delete cascade on update cascade,
  constraint team_members_user_id_fkey foreign key (user_id) references identity.users (id) on delete cascade on update cascade
);
create unique index team_members_membership_key_key on identity.team_members (membership_key);
create index team_members_team_id_idx on identity.team_members (team_id);
create index team_members_user_id_idx on identity.team_members (user_id);
