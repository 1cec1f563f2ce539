import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { fiscalYear } from '../contract/periods.ts';
import type { PostingPeriod } from '../journals/posting.repository.ts';
import { periodsOfYear } from './periods.repository.ts';

type YearRow = z.output<typeof fiscalYear>;

/** A fiscal year with its periods, or null. */
export async function readYear(tx: TenantTx, id: string): Promise<YearRow | null> {
  const [rows, periods] = await Promise.all([
    tx.rows<Omit<YearRow, 'periods'>>(sql`
      select y.id, y.name, y.starts_on as "startsOn", y.ends_on as "endsOn", y.layout, exists (
        select from year_closes as c where c.tenant_id = y.tenant_id and c.fiscal_year_id = y.id and c.status = 'closed') as closed
      from fiscal_years as y where y.tenant_id = ${tx.ctx.tenantId}::uuid and y.id = ${id}::uuid`),
    periodsOfYear(tx, id),
  ]);
  const [year] = rows;
  return year ? { ...year, periods } : null;
}

/**
 * Locks all periods of a fiscal year that are open, waits for postings that are under way in them, and lets nobody unlock one
 * until the end of the transaction.
 */
export async function lockYear(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`
    select from accounting_periods where tenant_id = ${tx.ctx.tenantId}::uuid and fiscal_year_id = ${id}::uuid
    order by starts_on for no key update`);
  await tx.rows(sql`
    update accounting_periods set locked_at = ${tx.ctx.now}::timestamptz, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and fiscal_year_id = ${id}::uuid and locked_at is null`);
}

/** The period of the last day of a fiscal year. */
export async function lastPeriodOf(tx: TenantTx, id: string): Promise<PostingPeriod | null> {
  const [row] = await tx.rows<PostingPeriod>(sql`
    select p.id, p.locked_at is not null as locked, extract(year from y.starts_on)::integer as year
    from fiscal_years as y join accounting_periods as p on p.tenant_id = y.tenant_id and p.fiscal_year_id = y.id and p.ends_on = y.ends_on
    where y.tenant_id = ${tx.ctx.tenantId}::uuid and y.id = ${id}::uuid`);
  return row ?? null;
}
