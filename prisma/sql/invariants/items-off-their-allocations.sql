-- What is left of an item is its amount less what its allocations settled; what is settled has no value left in the books.
with settled as (
  select tenant_id, entry_id, position, sum(minor) as minor, max(date) as last_date from (
    select tenant_id, debit_entry_id as entry_id, debit_position as position, debit_minor as minor, date from allocations
    union all select tenant_id, credit_entry_id, credit_position, -credit_minor, date from allocations
  ) as parts group by 1, 2, 3
)
select i.tenant_id as violating_tenant, i.entry_id, i.position, i.amount_minor, s.minor as settled, i.residual_minor, i.settled_on
from open_items as i left join settled as s using (tenant_id, entry_id, position)
where i.residual_minor <> i.amount_minor - coalesce(s.minor, 0)
  or i.settled_on is distinct from case when i.residual_minor = 0 then greatest(i.date, s.last_date) end;
