-- Folded balances plus open deltas equal the lines, account by account.
with kept as (
  select tenant_id, account_id, sum(debit_minor) as debit, sum(credit_minor) as credit
  from (
    select tenant_id, account_id, debit_minor, credit_minor from account_balances where grain = 'month'
    union all
    select tenant_id, account_id, debit_minor, credit_minor from balance_deltas
  ) as parts group by tenant_id, account_id
), posted as (
  select tenant_id, account_id, sum(greatest(amount_minor, 0)) as debit, sum(greatest(-amount_minor, 0)) as credit
  from journal_lines group by tenant_id, account_id
)
select coalesce(kept.tenant_id, posted.tenant_id) as tenant_id, coalesce(kept.account_id, posted.account_id) as violating_account
from kept full join posted on kept.tenant_id = posted.tenant_id and kept.account_id = posted.account_id
where (kept.debit, kept.credit) is distinct from (posted.debit, posted.credit);
