import type { Page } from '@atlas/contract';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { accountingPeriod, fiscalYear } from '../contract/periods.ts';

export type PeriodRow = z.output<typeof accountingPeriod>;
type FiscalYearRow = z.output<typeof fiscalYear>;

const columns = sql`id, fiscal_year_id as "fiscalYearId", starts_on as "startsOn", ends_on as "endsOn", locked_at as "lockedAt", version`;

/** A period, for nobody else until the end of the transaction. */
export async function loadPeriod(tx: TenantTx, id: string): Promise<PeriodRow | null> {
  const [row] = await tx.rows<PeriodRow>(sql`
    select ${columns} from accounting_periods where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`);
  return row ?? null;
}

export async function readPeriod(tx: TenantTx, id: string): Promise<PeriodRow | null> {
  const [row] = await tx.rows<PeriodRow>(sql`
    select ${columns} from accounting_periods where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
  return row ?? null;
}

/** Locks or opens a period. Waits for postings that are under way in it. */
export async function savePeriodLock(tx: TenantTx, id: string, lockedAt: string | null): Promise<PeriodRow> {
  const [row] = await tx.rows<PeriodRow>(sql`
    update accounting_periods set locked_at = ${lockedAt}::timestamptz, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid returning ${columns}`);
  return row as PeriodRow;
}

export async function periodsOfYear(tx: TenantTx, fiscalYearId: string): Promise<PeriodRow[]> {
  return tx.rows<PeriodRow>(sql`
    select ${columns} from accounting_periods
    where tenant_id = ${tx.ctx.tenantId}::uuid and fiscal_year_id = ${fiscalYearId}::uuid order by starts_on`);
}

/** Whether a fiscal year exists that shares a day with the range. */
export async function yearsOverlap(tx: TenantTx, startsOn: string, endsOn: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from fiscal_years
    where tenant_id = ${tx.ctx.tenantId}::uuid and starts_on <= ${endsOn}::date and ends_on >= ${startsOn}::date limit 1`);
  return rows.length > 0;
}

export function pageOfFiscalYears(
  tx: TenantTx,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<FiscalYearRow>> {
  return readPage(tx, {
    select: sql`
      select y.id, y.name, y.starts_on as "startsOn", y.ends_on as "endsOn", y.layout, y.starts_on as "sortValue", exists (
        select from year_closes as c where c.tenant_id = y.tenant_id and c.fiscal_year_id = y.id and c.status = 'closed') as closed, (
        select jsonb_agg(jsonb_build_object('id', p.id, 'fiscalYearId', p.fiscal_year_id, 'startsOn', p.starts_on, 'endsOn', p.ends_on,
          'lockedAt', to_char(p.locked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'version', p.version) order by p.starts_on)
        from accounting_periods as p where p.tenant_id = y.tenant_id and p.fiscal_year_id = y.id) as periods
      from fiscal_years as y`,
    where: [sql`y.tenant_id = ${tx.ctx.tenantId}::uuid`],
    id: sql`y.id`,
    sorts: { startsOn: { column: sql`y.starts_on`, type: 'date' } },
    sort: '-startsOn',
    limit,
    cursor,
  });
}
