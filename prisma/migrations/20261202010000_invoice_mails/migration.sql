-- Invoices that were mailed to their customers. How a mail ended is told by the audit trail, under the message that asked for it.
create table invoice_mails (
  tenant_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  paper_id uuid not null,
  status text not null default 'queued',
  message_id uuid,
  requested_by uuid,
  created_at timestamptz(3) not null default current_timestamp,
  constraint invoice_mails_pkey primary key (tenant_id, id),
  constraint invoice_mails_tenant_id_invoice_id_fkey foreign key (tenant_id, invoice_id)
    references invoices (tenant_id, id) on delete restrict on update cascade,
  constraint invoice_mails_tenant_id_paper_id_fkey foreign key (tenant_id, paper_id)
    references invoice_papers (tenant_id, id) on delete restrict on update cascade,
  constraint invoice_mails_status check (status in ('queued', 'requested', 'no_address', 'no_vendor', 'no_paper')),
  constraint invoice_mails_message check ((status = 'requested') = (message_id is not null))
);
create index invoice_mails_tenant_id_invoice_id_created_at_id_idx on invoice_mails (tenant_id, invoice_id, created_at desc, id desc);

select isolate_tenant('invoice_mails', 'select, insert, update');
select limit_to_parents('invoice_mails', 'invoices', 'invoice_id', '{all}');
