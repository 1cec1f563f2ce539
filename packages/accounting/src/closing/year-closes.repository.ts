import { type BusinessDate, moneyJson } from '@atlas/kernel';
import { type Sql, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { yearClose } from '../contract/closing.ts';

export type YearCloseView = z.output<typeof yearClose>;
export type YearCloseRow = Omit<YearCloseView, 'result'> & {
  readonly currency: string;
  readonly resultMinor: bigint | null;
  readonly year: string;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
};

/** A close as the API speaks of it. */
export const viewClose = ({ currency, resultMinor, ...row }: YearCloseRow): YearCloseView => ({
  ...row,
  result: resultMinor === null ? null : moneyJson(resultMinor, currency),
});

const closes = (tx: TenantTx, where: Sql): Sql => sql`
  select c.id, c.fiscal_year_id as "fiscalYearId", c.status, c.job_id as "jobId", c.override_reason as "overrideReason",
    c.entry_id as "entryId", c.currency, c.result_minor as "resultMinor", c.error, c.requested_by as "requestedBy",
    c.requested_at as "requestedAt", c.closed_at as "closedAt", c.reversal_id as "reversalId", c.reopened_by as "reopenedBy",
    c.reopened_at as "reopenedAt", c.reopen_reason as "reopenReason", y.name as year, y.starts_on as "startsOn", y.ends_on as "endsOn"
  from year_closes as c join fiscal_years as y on y.tenant_id = c.tenant_id and y.id = c.fiscal_year_id
  where c.tenant_id = ${tx.ctx.tenantId}::uuid and ${where}`;

/** The closes of a fiscal year, newest first. */
export const closesOf = (tx: TenantTx, fiscalYearId: string): Promise<YearCloseRow[]> =>
  tx.rows<YearCloseRow>(
    sql`${closes(tx, sql`c.fiscal_year_id = ${fiscalYearId}::uuid`)} order by c.requested_at desc, c.id desc limit 100`,
  );

/** A close, for nobody else until the end of the transaction. */
export async function lockClose(tx: TenantTx, id: string): Promise<YearCloseRow | null> {
  const [row] = await tx.rows<YearCloseRow>(sql`${closes(tx, sql`c.id = ${id}::uuid`)} for update of c`);
  return row ?? null;
}

/** The close that is under way or in force, locked; or null. */
export async function lockCloseOf(tx: TenantTx, fiscalYearId: string): Promise<YearCloseRow | null> {
  const inForce = sql`c.fiscal_year_id = ${fiscalYearId}::uuid and c.status in ('running', 'closed')`;
  const [row] = await tx.rows<YearCloseRow>(sql`${closes(tx, inForce)} for update of c`);
  return row ?? null;
}

export async function insertClose(
  tx: TenantTx,
  close: { id: string; fiscalYearId: string; jobId: string; overrideReason: string | null; currency: string },
): Promise<void> {
  await tx.rows(sql`
    insert into year_closes (tenant_id, id, fiscal_year_id, status, job_id, override_reason, currency, requested_by, requested_at)
    values (${tx.ctx.tenantId}::uuid, ${close.id}::uuid, ${close.fiscalYearId}::uuid, 'running', ${close.jobId}::uuid,
      ${close.overrideReason}, ${close.currency}, ${tx.ctx.actor.id}::uuid, ${tx.ctx.now}::timestamptz)`);
}

export async function saveClosed(tx: TenantTx, id: string, entryId: string | null, resultMinor: bigint): Promise<void> {
  await tx.rows(sql`
    update year_closes set status = 'closed', entry_id = ${entryId}::uuid, result_minor = ${resultMinor.toString()}::bigint,
      closed_at = ${tx.ctx.now}::timestamptz
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export async function saveFailed(tx: TenantTx, id: string, error: string): Promise<void> {
  await tx.rows(sql`
    update year_closes set status = 'failed', error = ${error}
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid and status = 'running'`);
}

export async function saveReopened(tx: TenantTx, id: string, reversalId: string | null, reason: string): Promise<void> {
  await tx.rows(sql`
    update year_closes set status = 'reopened', reversal_id = ${reversalId}::uuid, reopen_reason = ${reason},
      reopened_by = ${tx.ctx.actor.id}::uuid, reopened_at = ${tx.ctx.now}::timestamptz
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}
