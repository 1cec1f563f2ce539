import type { Queue } from 'bullmq';
import type pg from 'pg';
import { plans } from '../../limits/rules.ts';
import type { Members } from '../../watch/figures.ts';
import { readWaitingJobs, type WaitingJobs } from './waiting-jobs.ts';

const outboxSql = `
  select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as lag,
         (select count(*) from jobs where status = 'dead' and finished_at > now() - interval '1 day')::int as dead
  from outbox_messages where published_at is null`;
const plansSql = 'select id, plan from identity.organizations where id = any($1::uuid[])';

/** Atlas's own house is no tenant with a plan: what waits for it is mail. */
const house = 'house';
const classes = [...Object.keys(plans), house];

type Work = { readonly all: Members<'work'>; readonly byClass: readonly Members<'workOfClass'>[] };

const oldest = (jobs: WaitingJobs['longest']): number =>
  Math.round(jobs.reduce((most, { ageSeconds }) => Math.max(most, ageSeconds), 0) * 10) / 10;

async function byClass(pool: pg.Pool, queue: Queue, { longest }: WaitingJobs): Promise<readonly Members<'workOfClass'>[]> {
  const tenants = [...new Set(longest.map(({ tenantId }) => tenantId))];
  const { rows } = await pool.query<{ id: string; plan: string }>(plansSql, [tenants]);
  const planOf = new Map(rows.map(({ id, plan }) => [id, plan]));
  const parts = Map.groupBy(longest, ({ tenantId }) => planOf.get(tenantId) ?? house);
  return classes.map((TenantClass) => {
    const jobs = parts.get(TenantClass) ?? [];
    return { Queue: queue.name, TenantClass, QueueDepth: jobs.length, QueueAgeSeconds: oldest(jobs) };
  });
}

/** Background work as it is now. What stands of it by class is of the thousand jobs that have waited longest. */
export async function readWork(pool: pg.Pool, queue: Queue): Promise<Work> {
  const [waiting, { rows }] = await Promise.all([readWaitingJobs(queue), pool.query<{ lag: number; dead: number }>(outboxSql)]);
  const { lag, dead } = rows[0] ?? { lag: 0, dead: 0 };
  const OutboxLagSeconds = Math.round(lag * 10) / 10;
  return {
    all: { QueueDepth: waiting.depth, QueueAgeSeconds: oldest(waiting.longest), OutboxLagSeconds, DeadJobs: dead },
    byClass: await byClass(pool, queue, waiting),
  };
}
