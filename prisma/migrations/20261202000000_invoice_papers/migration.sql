-- Invoices and credit notes as they were written as PDF: each once, and again only where the last one could not carry its electronic invoice.
create table invoice_papers (
  tenant_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  edition integer not null,
  status text not null default 'queued',
  file_name text not null,
  -- What kept the electronic invoice out of it; none of one that carries it.
  gaps jsonb not null default '[]',
  byte_count bigint,
  storage_key text,
  sha256 text,
  error text,
  job_id uuid,
  requested_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  finished_at timestamptz(3),
  constraint invoice_papers_pkey primary key (tenant_id, id),
  constraint invoice_papers_tenant_id_invoice_id_fkey foreign key (tenant_id, invoice_id)
    references invoices (tenant_id, id) on delete restrict on update cascade,
  constraint invoice_papers_status check (status in ('queued', 'completed', 'failed')),
  constraint invoice_papers_whole check ((status = 'completed') = (storage_key is not null))
);
create unique index invoice_papers_tenant_id_invoice_id_edition_key on invoice_papers (tenant_id, invoice_id, edition);

select isolate_tenant('invoice_papers', 'select, insert, update');
select limit_to_parents('invoice_papers', 'invoices', 'invoice_id', '{all}');
