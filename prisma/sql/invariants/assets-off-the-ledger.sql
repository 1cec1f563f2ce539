-- What the register moved is what its entries posted on the accounts of the asset's category, entry by entry.
select m.tenant_id as violating_tenant, m.entry_id, m.cost_minor, m.accumulated_minor
from asset_movements as m
left join assets as a on a.tenant_id = m.tenant_id and a.id = m.asset_id
left join asset_categories as c on c.tenant_id = a.tenant_id and c.id = a.category_id
left join lateral (
  select coalesce(sum(l.amount_minor), 0) as minor from journal_lines as l
  where l.tenant_id = m.tenant_id and l.entry_id = m.entry_id and l.account_id in (c.asset_account_id, c.accumulated_account_id)
) as posted on true
where m.cost_minor - m.accumulated_minor <> posted.minor;
