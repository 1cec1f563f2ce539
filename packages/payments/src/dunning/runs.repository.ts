import type { Page } from '@atlas/contract';
import { type BusinessDate, moneyJson } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { dunningRun, listDunningRuns } from '../contract/dunning-runs.ts';
import type { Level } from '../domain/default-levels.ts';
import { levelsJson, levelsOf } from './levels.repository.ts';

type RunView = z.output<typeof dunningRun>;
type RunRow = Omit<RunView, 'fees'> & { readonly currency: string; readonly feesMinor: bigint };

const columns = sql`
  r.id, r.as_of as "asOf", r.status, r.job_id as "jobId", s."customerCount", s."itemCount", s."feesMinor", r.currency, r.done_count as "doneCount",
  r.reminder_count as "reminderCount", r.error, r.created_at as "createdAt", r.finished_at as "finishedAt", r.version`;

/** A customer is charged the fee of the highest level of what is selected. */
const source = sql`
  from dunning_runs as r
  cross join lateral (
    select count(*)::integer as "customerCount", coalesce(sum(c.items), 0)::integer as "itemCount",
      coalesce(sum((r.levels -> (c.level - 1) ->> 'feeMinor')::bigint), 0)::bigint as "feesMinor"
    from (
      select count(*) as items, max(i.level) as level from dunning_proposal_items as i
      where i.tenant_id = r.tenant_id and i.run_id = r.id and i.selected group by i.party_id
    ) as c
  ) as s`;

const viewOf = ({ feesMinor, currency, ...row }: RunRow): RunView => ({ ...row, fees: moneyJson(feesMinor, currency) });

export async function loadRun(tx: TenantTx, id: string): Promise<RunView | null> {
  const [row] = await tx.rows<RunRow>(
    sql`select ${columns} ${source} where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.id = ${id}::uuid`,
  );
  return row ? viewOf(row) : null;
}

/** What carries a run out. */
export type Orders = {
  readonly status: RunView['status'];
  readonly version: number;
  readonly asOf: BusinessDate;
  readonly currency: string;
  readonly levels: readonly Level[];
};

/** Locks a run until the end of the transaction: whoever decides or carries it out does so alone. */
export async function lockRun(tx: TenantTx, id: string): Promise<Orders | null> {
  const [row] = await tx.rows<Omit<Orders, 'levels'> & { levels: Parameters<typeof levelsOf>[0] }>(sql`
    select status, version, as_of as "asOf", currency, levels from dunning_runs
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`);
  return row ? { ...row, levels: levelsOf(row.levels) } : null;
}

type NewRun = Pick<Orders, 'asOf' | 'currency' | 'levels'> & { readonly id: string };

export function insertRun(tx: TenantTx, { id, asOf, currency, levels }: NewRun): void {
  tx.tell(sql`
    insert into dunning_runs (tenant_id, id, as_of, status, currency, levels, created_at)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${asOf}::date, 'proposed', ${currency}, ${levelsJson(levels)}::jsonb,
      ${tx.ctx.now}::timestamptz)`);
}

/** Writes that a run was changed by hand. */
export async function touchRun(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(
    sql`update dunning_runs set version = version + 1 where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`,
  );
}

export async function beginRun(tx: TenantTx, id: string, jobId: string): Promise<void> {
  await tx.rows(sql`
    update dunning_runs set status = 'running', job_id = ${jobId}::uuid, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

/** Adds a customer that the run came to. */
export function addProgress(tx: TenantTx, id: string, reminders: 0 | 1): void {
  tx.tell(sql`
    update dunning_runs set done_count = done_count + 1, reminder_count = reminder_count + ${reminders}::integer, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export async function endRun(tx: TenantTx, id: string, status: RunView['status'], error: string | null = null): Promise<void> {
  await tx.rows(sql`
    update dunning_runs set status = ${status}, error = ${error}, finished_at = ${tx.ctx.now}::timestamptz, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export async function pageOfRuns(tx: TenantTx, input: z.output<typeof listDunningRuns.input>): Promise<Page<RunView>> {
  const { items, nextCursor } = await readPage<RunRow, 'createdAt'>(tx, {
    select: sql`select ${columns}, r.created_at as "sortValue" ${source}`,
    where: [sql`r.tenant_id = ${tx.ctx.tenantId}::uuid`],
    id: sql`r.id`,
    sorts: { createdAt: { column: sql`r.created_at`, type: 'timestamptz' } },
    sort: input.sort,
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: items.map(viewOf), nextCursor };
}
