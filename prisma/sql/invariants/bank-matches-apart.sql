-- What stands in a match comes to the same at the bank and in the ledger.
select m.tenant_id as violating_tenant, m.id, bank.minor as bank, ledger.minor as ledger
from bank_matches as m
join bank_accounts as b on b.tenant_id = m.tenant_id and b.id = m.bank_account_id
left join lateral (
  select coalesce(sum(s.amount_minor), 0) as minor from bank_match_lines as x
  join bank_statement_lines as s on s.tenant_id = x.tenant_id and s.id = x.line_id
  where x.tenant_id = m.tenant_id and x.match_id = m.id and not x.undone
) as bank on true
left join lateral (
  select coalesce(sum(case when l.currency = b.currency then l.amount_minor else l.transaction_minor end), 0) as minor
  from bank_match_postings as x
  join journal_lines as l on l.tenant_id = x.tenant_id and l.entry_id = x.entry_id and l.position = x.position
  where x.tenant_id = m.tenant_id and x.match_id = m.id and not x.undone
) as ledger on true
where bank.minor <> ledger.minor;
