-- Addresses that get no mail any more. They belong to the house (packages/platform/src/house.ts), which is a tenant of its own.
create table mail_suppressions (
  tenant_id uuid not null,
  address_hash text not null,
  reason text not null,
  created_at timestamptz(3) not null default current_timestamp,
  constraint mail_suppressions_pkey primary key (tenant_id, address_hash)
);
select isolate_tenant('mail_suppressions', 'select, insert');

-- Nobody enters the house: it is no workspace, so nobody is a member of it, and no session is in it.
alter table identity.organizations
  add constraint organizations_are_not_the_house check (id <> '00000000-0000-7000-8000-000000000000');
alter table identity.sessions
  add constraint sessions_are_not_in_the_house check (active_organization_id <> '00000000-0000-7000-8000-000000000000');

-- Better Auth reserves names in this table under ids that are digests of them.
alter table identity.verifications alter column id type text;
