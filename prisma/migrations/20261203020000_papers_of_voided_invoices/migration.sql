-- A voided document is printed anew, with that on it; what was printed before stays as it is.
alter table invoice_papers add column is_voided boolean not null default false;
