import { coverByMonths, type Period } from '@atlas/kernel';
import { joinSql, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { AccountType } from '../domain/chart.ts';
import type { AccountMovement } from '../domain/statements.ts';

/**
 * The kept balances of a range: month rows where whole months lie in it, day rows at its edges, and the deltas that are
 * not folded yet. Its cost grows with accounts and months, not with lines.
 */
function movementsSql(tx: TenantTx, period: Period): Sql {
  const { months, days } = coverByMonths(period);
  const tenant = sql`tenant_id = ${tx.ctx.tenantId}::uuid`;
  const columns = sql`select account_id, starts_on, debit_minor, credit_minor from account_balances`;
  const parts = days.map(
    (run) =>
      sql`${columns} where ${tenant} and grain = 'day' and starts_on between ${run.startsOn}::date and ${run.endsOn}::date`,
  );
  if (months)
    parts.push(
      sql`${columns} where ${tenant} and grain = 'month' and starts_on between ${months.startsOn}::date and ${months.endsOn}::date`,
    );
  parts.push(sql`
    select account_id, date, debit_minor, credit_minor from balance_deltas
    where ${tenant} and date between ${period.startsOn}::date and ${period.endsOn}::date`);
  return joinSql(parts, ' union all ');
}

/** What moved on each account in a range, in order of the chart. */
export async function accountMovements(tx: TenantTx, period: Period): Promise<AccountMovement[]> {
  const rows = await tx.rows<
    Omit<AccountMovement, 'debitMinor' | 'creditMinor'> & { debitMinor: string; creditMinor: string }
  >(sql`
    select a.id as "accountId", a.code, a.name, a.type, m.debit::text as "debitMinor", m.credit::text as "creditMinor"
    from (
      select account_id, sum(debit_minor) as debit, sum(credit_minor) as credit
      from (${movementsSql(tx, period)}) as kept group by account_id
    ) as m
    join ledger_accounts as a on a.tenant_id = ${tx.ctx.tenantId}::uuid and a.id = m.account_id
    order by a.code`);
  return rows.map((row) => ({ ...row, debitMinor: BigInt(row.debitMinor), creditMinor: BigInt(row.creditMinor) }));
}

export type MonthMovement = { readonly month: string; readonly type: AccountType; readonly balanceMinor: bigint };

/** Debit less credit of income and expense accounts by calendar month. */
export async function resultByMonth(tx: TenantTx, period: Period): Promise<MonthMovement[]> {
  const rows = await tx.rows<{ month: string; type: AccountType; balance: string }>(sql`
    select to_char(kept.starts_on, 'YYYY-MM') as month, a.type, sum(kept.debit_minor - kept.credit_minor)::text as balance
    from (${movementsSql(tx, period)}) as kept
    join ledger_accounts as a on a.tenant_id = ${tx.ctx.tenantId}::uuid and a.id = kept.account_id
    where a.type in ('income', 'expense') group by 1, 2 order by 1`);
  return rows.map(({ month, type, balance }) => ({ month, type, balanceMinor: BigInt(balance) }));
}

/** Debit less credit of one account in a range, in minor units. */
export async function accountBalance(tx: TenantTx, accountId: string, period: Period): Promise<bigint> {
  const [row] = await tx.rows<{ balance: string }>(sql`
    select coalesce(sum(debit_minor - credit_minor), 0)::text as balance
    from (${movementsSql(tx, period)}) as kept where account_id = ${accountId}::uuid`);
  return BigInt(row?.balance ?? '0');
}

/**
 * Moves open deltas into the day and month balances. One statement: a reader sees a delta or its fold, never both and
 * never neither.
 *
 * @returns how many deltas were folded
 */
export async function foldDeltas(tx: TenantTx): Promise<number> {
  const [row] = await tx.rows<{ folded: number }>(sql`
    with taken as (
      delete from balance_deltas where tenant_id = ${tx.ctx.tenantId}::uuid returning account_id, date, debit_minor, credit_minor
    ), folded as (
      insert into account_balances as b (tenant_id, grain, starts_on, account_id, debit_minor, credit_minor)
      select ${tx.ctx.tenantId}::uuid, g.grain, case g.grain when 'day' then t.date else date_trunc('month', t.date)::date end as starts_on,
             t.account_id, sum(t.debit_minor), sum(t.credit_minor)
      from taken as t cross join (values ('day'), ('month')) as g (grain)
      group by 2, 3, 4 order by 2, 3, 4
      on conflict (tenant_id, grain, starts_on, account_id)
      do update set debit_minor = b.debit_minor + excluded.debit_minor, credit_minor = b.credit_minor + excluded.credit_minor
    )
    select count(*)::integer as folded from taken`);
  return row?.folded ?? 0;
}
