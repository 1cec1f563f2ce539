-- Every entry balances in each currency and has the lines it says.
select e.tenant_id, e.id as violating_entry
from journal_entries as e
left join lateral (
  select count(*) as lines from journal_lines as l where l.tenant_id = e.tenant_id and l.entry_id = e.id
) as counted on true
where counted.lines <> e.line_count
   or exists (
     select from journal_lines as l where l.tenant_id = e.tenant_id and l.entry_id = e.id
     group by l.currency having sum(l.amount_minor) <> 0);
