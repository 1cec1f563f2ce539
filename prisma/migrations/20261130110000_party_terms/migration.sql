-- The terms on which documents of a customer or supplier are paid, where they name none and no due date.
alter table parties add column payment_terms_id uuid;
alter table parties add constraint parties_tenant_id_payment_terms_id_fkey foreign key (tenant_id, payment_terms_id)
  references payment_terms (tenant_id, id) on delete restrict on update cascade;
