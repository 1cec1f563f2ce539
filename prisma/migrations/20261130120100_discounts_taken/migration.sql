-- What payments took of early discounts, so that several of them together take no more than was offered.
create table taken_discounts (
  tenant_id uuid not null,
  payment_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  amount_minor bigint not null,
  constraint taken_discounts_pkey primary key (tenant_id, payment_id, entry_id, position),
  constraint taken_discounts_payment foreign key (tenant_id, payment_id) references payments (tenant_id, id),
  constraint taken_discounts_offer foreign key (tenant_id, entry_id, position) references early_discounts (tenant_id, entry_id, position),
  constraint taken_discounts_amount check (amount_minor > 0)
);
create index taken_discounts_tenant_id_entry_id_position_idx on taken_discounts (tenant_id, entry_id, position);

select isolate_tenant('taken_discounts', 'select, insert');
