-- A discount on the net alone leaves the taxes of its document as they are.
alter table early_discounts add column lowers_taxes boolean not null default true;
