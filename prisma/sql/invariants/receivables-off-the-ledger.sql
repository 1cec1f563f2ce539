-- Open invoices equal the receivable account, tenant by tenant: nothing else may post to it without an invoice.
with open_items as (
  select tenant_id, sum(open_minor) as minor from invoices where status <> 'draft' group by tenant_id
), ledger as (
  select l.tenant_id, sum(l.amount_minor) as minor
  from journal_lines as l
  join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id and a.role = 'receivable'
  join journal_entries as e on e.tenant_id = l.tenant_id and e.id = l.entry_id and e.source_kind = 'sales.invoice'
  group by l.tenant_id
)
select coalesce(o.tenant_id, g.tenant_id) as violating_tenant, o.minor as open_items, g.minor as ledger
from open_items as o full join ledger as g on g.tenant_id = o.tenant_id
where coalesce(o.minor, 0) <> coalesce(g.minor, 0);
