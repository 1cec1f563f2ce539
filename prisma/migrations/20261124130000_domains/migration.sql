-- People with a verified address of a domain may join a workspace themselves. Who looks for a workspace to join is in none
-- yet, so that this stands beside the workspaces and not inside a tenant. One domain may lead to several of them.
create table identity.workspace_domains (
  organization_id uuid not null,
  domain text not null,
  role text not null,
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  constraint workspace_domains_pkey primary key (organization_id, domain),
  constraint workspace_domains_domain_is_ascii check (domain ~ '^[a-z0-9.-]+\.[a-z0-9-]+$'),
  constraint workspace_domains_make_no_owner check (role <> 'owner'),
  constraint workspace_domains_organization_id_fkey foreign key (organization_id) references identity.organizations (id)
    on delete cascade on update cascade,
  constraint workspace_domains_created_by_fkey foreign key (created_by) references identity.users (id)
    on delete set null on update cascade
);
create index workspace_domains_domain_idx on identity.workspace_domains (domain);

-- Whether invitations go to these domains only.
alter table identity.organizations add column invites_to_domains_only boolean not null default false;
