import { moneyJson } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { readBankBalances } from '../contract/bank-accounts.ts';

type Items = z.output<typeof readBankBalances.output>['items'];

/**
 * Balances after each day with movements. They are counted from the newest closing balance, back and forth: the days
 * between two statements may lie in none of them.
 */
export async function balancesOf(
  tx: TenantTx,
  { id, currency }: { readonly id: string; readonly currency: string },
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Items> {
  const key = sql`tenant_id = ${tx.ctx.tenantId}::uuid and bank_account_id = ${id}::uuid`;
  const rows = await tx.rows<{ date: string; minor: string }>(sql`
    with anchor as (
      select closing_minor, ends_on from bank_statements
      where ${key} and closing_minor is not null and ends_on is not null order by ends_on desc, id desc limit 1
    ), days as (
      select booked_on, sum(sum(amount_minor)) over (order by booked_on) as total from bank_statement_lines where ${key} group by booked_on
    )
    select d.booked_on as date,
           (a.closing_minor + d.total - coalesce((select total from days where booked_on <= a.ends_on order by booked_on desc limit 1), 0))::text as minor
    from days as d cross join anchor as a
    where d.booked_on >= coalesce(${from ?? null}::date, d.booked_on) and d.booked_on <= coalesce(${to ?? null}::date, d.booked_on)
    order by d.booked_on desc limit 1000`);
  return rows.toReversed().map(({ date, minor }) => ({ date, balance: moneyJson(BigInt(minor), currency) }));
}
