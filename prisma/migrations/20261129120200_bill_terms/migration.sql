-- The terms on which a bill is paid: instalments, and what paying early takes off.
alter table bills add column payment_terms_id uuid;
alter table bills add constraint bills_tenant_id_payment_terms_id_fkey foreign key (tenant_id, payment_terms_id)
  references payment_terms (tenant_id, id) on delete restrict on update cascade;
