import { type ClosingCheck, sql } from '@atlas/platform';

/** The control accounts whose balance is not what their open items come to. Reads kept balances and open items, no lines. */
export const ledgerDiffers: ClosingCheck = {
  name: 'accounting.ledger_differs',
  summary: 'Control accounts that differ from their open items',
  link: '/accounts',
  count: async (tx) => {
    const [row] = await tx.rows<{ count: number }>(sql`
      select count(*)::integer as count from ledger_accounts as a
      cross join lateral (
        select sum(debit_minor - credit_minor) as minor from (
          select t.debit_minor, t.credit_minor from account_totals as t
          where t.tenant_id = a.tenant_id and t.grain = 'ever' and t.starts_on = date '0001-01-01' and t.account_id = a.id
          union all
          select d.debit_minor, d.credit_minor from balance_deltas as d where d.tenant_id = a.tenant_id and d.account_id = a.id
        ) as kept
      ) as booked
      cross join lateral (
        select sum(i.residual_base_minor) as minor from open_items as i
        where i.tenant_id = a.tenant_id and i.ledger = a.role and i.account_id = a.id and i.settled_on is null
      ) as owed
      where a.tenant_id = ${tx.ctx.tenantId}::uuid and a.role in ('receivable', 'payable')
        and coalesce(booked.minor, 0) <> coalesce(owed.minor, 0)`);
    return row?.count ?? 0;
  },
};
