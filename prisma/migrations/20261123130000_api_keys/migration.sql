-- Programs that work in a workspace: a service account is who they are, a key is how they prove it. Of a key's secret only a
-- digest is kept; a key ends by its day or by being revoked, and is never deleted, because the audit trail names it.
create table service_accounts (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  archived_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  constraint service_accounts_pkey primary key (tenant_id, id)
);
create unique index service_accounts_tenant_id_name_key on service_accounts (tenant_id, name);

create table api_keys (
  tenant_id uuid not null,
  id uuid not null,
  service_account_id uuid not null,
  name text not null,
  public_id text not null,
  digest bytea not null,
  permissions text[] not null,
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  last_used_at timestamptz(3),
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  constraint api_keys_pkey primary key (tenant_id, id),
  constraint api_keys_permissions check (cardinality(permissions) > 0),
  constraint api_keys_tenant_id_service_account_id_fkey foreign key (tenant_id, service_account_id)
    references service_accounts (tenant_id, id) on delete restrict on update cascade
);
create unique index api_keys_tenant_id_public_id_key on api_keys (tenant_id, public_id);
create index api_keys_tenant_id_service_account_id_idx on api_keys (tenant_id, service_account_id);

select isolate_tenant('service_accounts', 'select, insert, update');
select isolate_tenant('api_keys', 'select, insert, update');
