-- Charges of a document and discounts on it: their parts stand beside its lines, each with its taxes, so that all that holds of lines
-- holds of them. How a charge was written lies with its parts; null is a line.
alter table invoice_lines add column charge jsonb;
alter table invoice_lines add constraint invoice_lines_charge check (charge is null or jsonb_typeof(charge) = 'object');

-- A percent tax that is a share of what other taxes come to: of its members.
alter table taxes add column on_taxes boolean not null default false;
