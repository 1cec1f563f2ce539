import type { jobs, Page } from '@atlas/contract';
import type { z } from 'zod';
import { readPage } from '../db/page.ts';
import { sql } from '../db/sql.ts';
import type { TenantTx } from '../db/tenant-tx.ts';

export type JobRow = z.output<typeof jobs.job>;

const columns = sql`
  id, kind, status, subject_id as "subjectId", done_count as "doneCount", total_count as "totalCount", message, error, attempts,
  created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;

const key = (tx: TenantTx, id: string) => sql`tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`;

export async function loadJob(tx: TenantTx, id: string): Promise<JobRow | null> {
  const [row] = await tx.rows<JobRow>(sql`select ${columns} from jobs where ${key(tx, id)}`);
  return row ?? null;
}

/** Shows a job to people. Its id is the id of the message that will start it. */
export async function insertJob(tx: TenantTx, job: { id: string; kind: string; subjectId: string | null }): Promise<void> {
  await tx.rows(sql`
    insert into jobs (tenant_id, id, kind, subject_id, requested_by)
    values (${tx.ctx.tenantId}::uuid, ${job.id}::uuid, ${job.kind}, ${job.subjectId}::uuid, ${tx.ctx.actor.id}::uuid)`);
}

export async function saveJobProgress(
  tx: TenantTx,
  id: string,
  doneCount: number,
  totalCount: number | null,
  message: string | null,
): Promise<void> {
  await tx.rows(
    sql`update jobs set done_count = ${doneCount}, total_count = ${totalCount}, message = ${message} where ${key(tx, id)}`,
  );
}

/**
 * Begins a run of a job, and thereby ends the right of earlier runs to go on.
 *
 * @returns the number of this run, or null when nobody watches the job
 */
export async function startJob(tx: TenantTx, id: string): Promise<number | null> {
  const [row] = await tx.rows<{ attempts: number }>(sql`
    update jobs set attempts = attempts + 1, error = null, started_at = coalesce(started_at, ${tx.ctx.now}::timestamptz),
      status = case status when 'cancelled' then status else 'running' end
    where ${key(tx, id)} returning attempts`);
  return row?.attempts ?? null;
}

/** Whether this run of a job is the newest. Holds a newer one back until the end of the transaction. */
export async function isNewestRun(tx: TenantTx, id: string, attempt: number): Promise<boolean> {
  const [row] = await tx.rows<{ attempts: number }>(sql`select attempts from jobs where ${key(tx, id)} for update`);
  return row?.attempts === attempt;
}

export type JobEnd = { readonly status: 'queued' | 'succeeded' | 'dead' | 'cancelled'; readonly error?: string };

export async function endJob(tx: TenantTx, id: string, { status, error = undefined }: JobEnd): Promise<void> {
  const finished = status === 'queued' ? null : tx.ctx.now;
  await tx.rows(sql`
    update jobs set status = ${status}, error = ${error ?? null}, finished_at = ${finished}::timestamptz
    where ${key(tx, id)} and status <> 'cancelled'`);
}

/** Shows that people stopped a job; one that has ended stays as it ended. */
export async function cancelJob(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`
    update jobs set status = 'cancelled', finished_at = ${tx.ctx.now}::timestamptz
    where ${key(tx, id)} and status in ('queued', 'running')`);
}

/** A dead message becomes visible even when nobody had asked to watch it. */
export async function showDeadJob(tx: TenantTx, id: string, kind: string, error: string): Promise<void> {
  await tx.rows(sql`
    insert into jobs (tenant_id, id, kind, status, error, attempts, started_at, finished_at)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${kind}, 'dead', ${error}, 1, ${tx.ctx.now}::timestamptz, ${tx.ctx.now}::timestamptz)
    on conflict (tenant_id, id) do update set status = 'dead', error = excluded.error, finished_at = excluded.finished_at
    where jobs.status <> 'cancelled'`);
}

/** Puts the message of a dead job back before the relay. */
export async function requeue(tx: TenantTx, id: string): Promise<void> {
  await Promise.all([
    tx.rows(sql`update outbox_messages set published_at = null, handled_at = null where ${key(tx, id)}`),
    tx.rows(sql`update jobs set status = 'queued', error = null, finished_at = null where ${key(tx, id)}`),
  ]);
}

export function pageOfJobs(tx: TenantTx, input: z.output<typeof jobs.listJobs.input>): Promise<Page<JobRow>> {
  return readPage(tx, {
    select: sql`select ${columns}, created_at as "sortValue" from jobs`,
    where: [sql`tenant_id = ${tx.ctx.tenantId}::uuid`, input.status ? sql`status = ${input.status}` : null],
    id: sql`id`,
    sorts: { createdAt: { column: sql`created_at`, type: 'timestamptz' } },
    sort: '-createdAt',
    limit: input.limit,
    cursor: input.cursor,
  });
}
