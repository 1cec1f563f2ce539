-- What is open on an invoice or a bill is what is left of its items.
with items as (
  select tenant_id, source_kind, source_id, sum(residual_minor) as minor from open_items group by 1, 2, 3
), documents as (
  select tenant_id, 'sales.invoice' as kind, id, open_minor as minor from invoices where status <> 'draft'
  union all select tenant_id, 'purchasing.bill', id, -open_minor from bills where status <> 'draft'
)
select d.tenant_id as violating_tenant, d.kind, d.id, d.minor as open, i.minor as items
from documents as d left join items as i on i.tenant_id = d.tenant_id and i.source_kind = d.kind and i.source_id = d.id
where d.minor <> coalesce(i.minor, 0);
