-- The taxes of a posted invoice add up to what it owes and to what is kept back from its payment, and stand in the books as it does.
select i.tenant_id as violating_tenant, i.id as violating_invoice, i.tax_minor, i.withheld_minor, taxes.owed, taxes.withheld
from invoices as i
cross join lateral (
  select count(*) as rows, coalesce(sum(d.amount_minor) filter (where t.operation in ('domestic', 'exempt')), 0) as owed,
         coalesce(sum(d.amount_minor) filter (where t.operation = 'withholding'), 0) as withheld,
         bool_and(d.entry_id is not distinct from i.entry_id and d.date = i.date) as booked
  from document_taxes as d join taxes as t on t.tenant_id = d.tenant_id and t.id = d.tax_id
  where d.tenant_id = i.tenant_id and d.source_kind = 'sales.invoice' and d.source_id = i.id
) as taxes
where i.status <> 'draft'
  and (
    (taxes.owed, taxes.withheld) is distinct from
      (case i.kind when 'invoice' then i.tax_minor else -i.tax_minor end, case i.kind when 'invoice' then i.withheld_minor else -i.withheld_minor end)
    or (taxes.rows > 0 and not taxes.booked));
