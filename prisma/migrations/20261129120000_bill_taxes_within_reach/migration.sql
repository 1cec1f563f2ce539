-- The taxes of a bill are written by whoever reaches it, as those of an invoice are.
create function refuse_unreached_bill_taxes() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from (select distinct tenant_id, source_id from added where source_kind = 'purchasing.bill') as a
    where not exists (select from bills as b where b.tenant_id = a.tenant_id and b.id = a.source_id)
  ) then
    perform refuse('owner_out_of_reach', 'Your roles do not reach this bill.');
  end if;
  return null;
end $$;
create trigger refuse_unreached_bill_taxes after insert on document_taxes
  referencing new table as added for each statement when (reaches_all('bills') is null) execute function refuse_unreached_bill_taxes();
