-- Bytes that were announced and are sent to the storage directly. What is used of them is a file of its own.
create table uploads (
  tenant_id uuid not null,
  id uuid not null,
  purpose text not null,
  subject_id uuid not null,
  name text not null,
  byte_count integer not null,
  sha256 text,
  created_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  constraint uploads_pkey primary key (tenant_id, id)
);
create index uploads_tenant_id_expires_at_idx on uploads (tenant_id, expires_at);
select isolate_tenant('uploads', 'select, insert, update, delete');
