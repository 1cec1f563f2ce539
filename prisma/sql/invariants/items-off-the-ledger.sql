-- What is open is what the control accounts of the ledger say, account by account, whatever posted to them.
with items as (
  select tenant_id, account_id, sum(residual_base_minor) as minor from open_items group by tenant_id, account_id
), ledger as (
  select l.tenant_id, l.account_id, sum(l.amount_minor) as minor
  from journal_lines as l
  join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id and a.role in ('receivable', 'payable')
  group by l.tenant_id, l.account_id
)
select coalesce(i.tenant_id, g.tenant_id) as violating_tenant, coalesce(i.account_id, g.account_id) as account_id, i.minor as items, g.minor as ledger
from items as i full join ledger as g on g.tenant_id = i.tenant_id and g.account_id = i.account_id
where coalesce(i.minor, 0) <> coalesce(g.minor, 0);
