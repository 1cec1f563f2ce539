-- Taxes are written in one statement with their invoice, which cannot see it yet: a trigger looks when it is done, as for its lines.
create function refuse_unreached_taxes() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from (select distinct tenant_id, source_id from added where source_kind = 'sales.invoice') as a
    where not exists (select from invoices as i where i.tenant_id = a.tenant_id and i.id = a.source_id)
  ) then
    perform refuse('owner_out_of_reach', 'Your roles do not reach this invoice.');
  end if;
  return null;
end $$;
create trigger refuse_unreached_taxes after insert on document_taxes
  referencing new table as added for each statement when (reaches_all('invoices') is null) execute function refuse_unreached_taxes();
