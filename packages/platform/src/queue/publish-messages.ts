import type { Queue } from 'bullmq';
import type pg from 'pg';
import type { Span } from '../trace/span.ts';
import type { Tracer } from '../trace/tracer.ts';

/** What a job in Redis carries: where its message is. What the message says stays in PostgreSQL. */
export type MessageRef = {
  readonly tenantId: string;
  readonly messageId: string;
  readonly name: string;
  /** Where it comes from, for the log. */
  readonly requestId?: string;
  readonly traceId?: string;
  /** What its job follows from, where the trace is recorded. */
  readonly spanId?: string;
};

export const upkeepJob = 'upkeep';

/** Messages a call moves at most. */
export const publishBatch = 500;

/** A message that Redis lost, or whose upkeep it lost, is published again after this. */
const lostAfter = '60 seconds';
const retries = {
  attempts: 6,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

/** Takes waiting messages: rows that another relay holds are skipped. */
const takeSql = `
  select tenant_id, id, name, request_id, trace_id, span_id from outbox_messages
  where published_at is null or (handled_at is null and published_at < now() - $2::interval)
  order by created_at limit $1 for update skip locked`;
const doneSql = `
  update outbox_messages as o set published_at = now()
  from unnest($1::uuid[], $2::uuid[]) as m (tenant_id, id) where o.tenant_id = m.tenant_id and o.id = m.id`;

type Row = {
  readonly tenant_id: string;
  readonly id: string;
  readonly name: string;
  readonly request_id: string;
  readonly trace_id: string | null;
  readonly span_id: string | null;
};

/** Of messages whose traces are recorded, their way into the queue. */
type Ways = ReadonlyMap<string, Span>;

function waysOf(tracer: Tracer | null, rows: readonly Row[], handled: ReadonlySet<string>): Ways {
  const ways = new Map<string, Span>();
  if (!tracer) return ways;
  for (const { id, name, trace_id: traceId, span_id: parentId, tenant_id: tenantId, request_id: requestId } of rows)
    if (handled.has(name) && traceId !== null && parentId !== null)
      ways.set(
        id,
        tracer.goOn({ traceId, parentId, isPart: false, name: 'platform.outbox.publish', facts: { tenantId, requestId } }),
      );
  return ways;
}

const refOf = (
  { tenant_id: tenantId, id: messageId, name, request_id: requestId, trace_id, span_id }: Row,
  spanId = span_id,
): MessageRef => ({
  tenantId,
  messageId,
  name,
  requestId,
  ...(trace_id === null ? {} : { traceId: trace_id }),
  ...(spanId === null ? {} : { spanId }),
});

/** One job a message, known by the message's id, and one round of upkeep a tenant. */
function jobsOf(rows: readonly Row[], handled: ReadonlySet<string>, ways: Ways) {
  const jobs = rows
    .filter(({ name }) => handled.has(name))
    .map((row) => ({ name: row.name, data: refOf(row, ways.get(row.id)?.id), opts: { jobId: row.id, ...retries } }));
  const upkeep = [...new Set(rows.map(({ tenant_id }) => tenant_id))].map((tenantId) => ({
    name: upkeepJob,
    data: { tenantId },
    opts: {
      delay: 1000,
      deduplication: { id: `upkeep:${tenantId}`, keepLastIfActive: true },
      removeOnComplete: true,
      removeOnFail: true,
    },
  }));
  return [...jobs, ...upkeep];
}

/**
 * Moves one batch of waiting messages from the outbox to the queue; they are marked only when the queue has them.
 *
 * @returns how many were moved
 */
export async function publishMessages(
  pool: pg.Pool,
  queue: Queue,
  handled: ReadonlySet<string>,
  tracer: Tracer | null = null,
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<Row>(takeSql, [publishBatch, lostAfter]);
    if (rows.length > 0) {
      const ways = waysOf(tracer, rows, handled);
      await queue.addBulk(jobsOf(rows, handled, ways));
      for (const way of ways.values()) way.end();
      await client.query(doneSql, [rows.map((row) => row.tenant_id), rows.map((row) => row.id)]);
    }
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
