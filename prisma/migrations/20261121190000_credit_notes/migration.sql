-- From an invoice to the credit notes that took it back; few invoices have any, so few rows are indexed.
create index invoices_credited on invoices (tenant_id, credited_invoice_id) where credited_invoice_id is not null;
