-- What electronic invoices say of a workspace as the seller. One row a workspace.
create table e_invoice_sellers (
  tenant_id uuid not null,
  vat_id text,
  tax_number text,
  registration_number text,
  street text,
  city text,
  postal_code text,
  country text,
  electronic_scheme text,
  electronic_address text,
  contact_name text,
  contact_phone text,
  contact_email text,
  iban text,
  bic text,
  zero_rate_category text,
  zero_rate_reason text,
  version integer not null default 1,
  updated_at timestamptz(3) not null default current_timestamp,
  constraint e_invoice_sellers_pkey primary key (tenant_id),
  constraint e_invoice_sellers_zero_rate check (zero_rate_category in ('Z', 'E', 'AE', 'K', 'G', 'O'))
);

select isolate_tenant('e_invoice_sellers', 'select, insert, update');
