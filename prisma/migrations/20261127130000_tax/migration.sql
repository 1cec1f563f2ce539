-- Taxes: what they are from which day on, what groups are made of, and how a workspace rounds.
create table taxes (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  sequence integer not null,
  kind text not null,
  operation text not null,
  included boolean not null,
  affects_base boolean not null,
  base_affected boolean not null,
  exemption_code text,
  exemption_reason text,
  archived_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null default current_timestamp,
  constraint taxes_pkey primary key (tenant_id, id),
  constraint taxes_kind check (kind in ('percent', 'fixed', 'division', 'group')),
  constraint taxes_operation check (operation in ('domestic', 'reverse_charge', 'withholding', 'exempt')),
  constraint taxes_owed_apart check (operation not in ('reverse_charge', 'withholding') or not (included or affects_base)),
  constraint taxes_exemption check ((operation = 'exempt') = (exemption_code is not null))
);
create unique index taxes_tenant_id_code_key on taxes (tenant_id, code);

create table tax_rates (
  tenant_id uuid not null,
  tax_id uuid not null,
  valid_from date not null,
  value decimal(24,9) not null,
  constraint tax_rates_pkey primary key (tenant_id, tax_id, valid_from),
  constraint tax_rates_tenant_id_tax_id_fkey foreign key (tenant_id, tax_id) references taxes (tenant_id, id)
    on update cascade on delete restrict
);

create table tax_group_members (
  tenant_id uuid not null,
  group_id uuid not null,
  member_id uuid not null,
  position integer not null,
  constraint tax_group_members_pkey primary key (tenant_id, group_id, member_id),
  constraint tax_group_members_apart check (group_id <> member_id),
  constraint tax_group_members_tenant_id_group_id_fkey foreign key (tenant_id, group_id) references taxes (tenant_id, id)
    on update cascade on delete restrict,
  constraint tax_group_members_tenant_id_member_id_fkey foreign key (tenant_id, member_id) references taxes (tenant_id, id)
    on update cascade on delete restrict
);
create index tax_group_members_tenant_id_member_id_idx on tax_group_members (tenant_id, member_id);

create table tax_settings (
  tenant_id uuid not null,
  rounding text not null,
  tie text not null,
  constraint tax_settings_pkey primary key (tenant_id),
  constraint tax_settings_rounding check (rounding in ('line', 'document')),
  constraint tax_settings_tie check (tie in ('half-away-from-zero', 'half-even'))
);

select isolate_tenant('taxes', 'select, insert, update');
select isolate_tenant('tax_rates', 'select, insert, delete');
select isolate_tenant('tax_group_members', 'select, insert');
select isolate_tenant('tax_settings', 'select, insert, update');
