-- Thirds of months, years and the total of ever equal the days and months that they are of, account by account.
with parts as (
  select tenant_id, 'ever' as grain, date '0001-01-01' as starts_on, account_id, debit_minor, credit_minor
  from account_balances where grain = 'month'
  union all
  select tenant_id, 'year', date_trunc('year', starts_on)::date, account_id, debit_minor, credit_minor
  from account_balances where grain = 'month'
  union all
  select tenant_id, 'third',
         date_trunc('month', starts_on)::date + case when extract(day from starts_on) <= 10 then 0 when extract(day from starts_on) <= 20 then 10 else 20 end,
         account_id, debit_minor, credit_minor
  from account_balances where grain = 'day'
), wanted as (
  select tenant_id, grain, starts_on, account_id, sum(debit_minor) as debit, sum(credit_minor) as credit
  from parts group by 1, 2, 3, 4
)
select tenant_id, account_id as violating_account, grain, starts_on
from wanted full join account_totals as kept using (tenant_id, grain, starts_on, account_id)
where (wanted.debit, wanted.credit) is distinct from (kept.debit_minor::numeric, kept.credit_minor::numeric);
