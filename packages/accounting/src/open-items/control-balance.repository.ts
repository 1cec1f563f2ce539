import { nothing, sql, type TenantTx } from '@atlas/platform';
import type { AsOf } from './items-as-of.repository.ts';

/** The balance of a control account at the end of a day, in the books, as it was known at an instant. */
export async function controlBalance(tx: TenantTx, { ledger, asOf, knownUntil }: AsOf): Promise<bigint> {
  const later =
    knownUntil === null
      ? nothing
      : sql`
      union all select -j.amount_minor, 0 from journal_entries as e
        join journal_lines as j on j.tenant_id = e.tenant_id and j.entry_id = e.id and j.account_id = a.id and j.date <= ${asOf}::date
        where e.tenant_id = a.tenant_id and e.posted_at > ${knownUntil}::timestamptz`;
  const [row] = await tx.rows<{ minor: string }>(sql`
    select coalesce(sum(b.debit_minor - b.credit_minor), 0)::text as minor from ledger_accounts as a
    cross join lateral (
      select t.debit_minor, t.credit_minor from account_totals as t where t.tenant_id = a.tenant_id and t.account_id = a.id and t.grain = 'ever'
      union all select d.debit_minor, d.credit_minor from balance_deltas as d where d.tenant_id = a.tenant_id and d.account_id = a.id
      union all select -l.debit_minor, -l.credit_minor from account_balances as l
        where l.tenant_id = a.tenant_id and l.account_id = a.id and l.grain = 'day' and l.starts_on > ${asOf}::date
      union all select -n.debit_minor, -n.credit_minor from balance_deltas as n where n.tenant_id = a.tenant_id and n.account_id = a.id and n.date > ${asOf}::date${later}
    ) as b
    where a.tenant_id = ${tx.ctx.tenantId}::uuid and a.role = ${ledger}`);
  return BigInt(row?.minor ?? '0');
}
