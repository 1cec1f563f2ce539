-- Currencies: what they are worth from which day on, by whom, and how a workspace uses that.
create table exchange_rates (
  tenant_id uuid not null,
  id uuid not null,
  currency char(3) not null,
  valid_on date not null,
  source text not null,
  quotation text not null,
  rate decimal(24,9) not null,
  constraint exchange_rates_pkey primary key (tenant_id, id),
  constraint exchange_rates_quotation check (quotation in ('foreign_per_base', 'base_per_foreign')),
  constraint exchange_rates_positive check (rate > 0)
);
create unique index exchange_rates_tenant_id_currency_valid_on_source_key on exchange_rates (tenant_id, currency, valid_on, source);
create index exchange_rates_tenant_id_valid_on_id_idx on exchange_rates (tenant_id, valid_on desc, id desc);

create table currency_settings (
  tenant_id uuid not null,
  stale_after_days integer not null,
  stale text not null,
  preferred_source text,
  revalued_account_ids uuid[] not null,
  constraint currency_settings_pkey primary key (tenant_id),
  constraint currency_settings_stale check (stale in ('warn', 'refuse')),
  constraint currency_settings_days check (stale_after_days >= 0)
);

select isolate_tenant('exchange_rates', 'select, insert, update, delete');
select isolate_tenant('currency_settings', 'select, insert, update');
