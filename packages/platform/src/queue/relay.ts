import { Queue } from 'bullmq';
import pg from 'pg';
import type { Redis } from '../cache/redis.ts';
import type { Log } from '../log.ts';

export const queueName = 'atlas';

/** What a job in Redis carries: where its message is. What the message says stays in PostgreSQL. */
export type MessageRef = { readonly tenantId: string; readonly messageId: string; readonly name: string };

export const upkeepJob = 'upkeep';

export type RelayOptions = {
  /** URL of the `atlas_relay` role. */
  readonly databaseUrl: string;
  readonly connection: Redis;
  /** Names of events that have a job; others are done when they are written. */
  readonly handled: ReadonlySet<string>;
  readonly log: Log;
};

const batchSize = 500;
const pollEveryMs = 1000;
/** A message that Redis lost is published again after this. */
const lostAfter = '60 seconds';
const retries = {
  attempts: 6,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

/** Takes waiting messages: rows that another relay holds are skipped. */
const takeSql = `
  select tenant_id, id, name from outbox_messages
  where published_at is null or (handled_at is null and published_at < now() - $2::interval)
  order by created_at limit $1 for update skip locked`;
const doneSql = `
  update outbox_messages as o set published_at = now(), handled_at = case when m.handled then null else now() end
  from unnest($1::uuid[], $2::uuid[], $3::boolean[]) as m (tenant_id, id, handled) where o.tenant_id = m.tenant_id and o.id = m.id`;

export type Relay = { stop(): Promise<void> };

/**
 * Moves messages from the outbox to the queue: woken by NOTIFY, and by a poll in case a wake-up was lost. The job's id is
 * the message's id, so a message that is published twice is queued once.
 */
export function startRelay({ databaseUrl, connection, handled, log }: RelayOptions): Relay {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, application_name: 'atlas-relay' });
  pool.on('error', () => undefined);
  const queue = new Queue(queueName, { connection: connection as never });
  queue.on('error', () => undefined);
  let stopped = false;
  let wake: () => void = () => undefined;

  const publish = async (): Promise<number> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ tenant_id: string; id: string; name: string }>(takeSql, [batchSize, lostAfter]);
      const jobs = rows
        .filter(({ name }) => handled.has(name))
        .map(({ tenant_id: tenantId, id: messageId, name }) => ({
          name,
          data: { tenantId, messageId, name } satisfies MessageRef,
          opts: { jobId: messageId, ...retries },
        }));
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
      if (rows.length > 0) {
        await queue.addBulk([...jobs, ...upkeep]);
        const columns = [rows.map((row) => row.tenant_id), rows.map((row) => row.id), rows.map((row) => handled.has(row.name))];
        await client.query(doneSql, columns);
      }
      await client.query('commit');
      return rows.length;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  };

  const loop = async (): Promise<void> => {
    while (!stopped) {
      const slept = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollEveryMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      try {
        while (!stopped && (await publish()) === batchSize);
      } catch (error) {
        log.warn({ err: error }, 'the relay will try again');
      }
      if (!stopped) await slept;
    }
  };

  const listen = async (): Promise<void> => {
    while (!stopped) {
      const client = new pg.Client({ connectionString: databaseUrl, application_name: 'atlas-relay-listen' });
      const closed = new Promise<void>((resolve) => {
        client.on('error', () => resolve());
        client.on('end', () => resolve());
      });
      client.on('notification', () => wake());
      stopListening = () => client.end().catch(() => undefined);
      await client
        .connect()
        .then(() => client.query('listen atlas_outbox'))
        .catch(() => client.end().catch(() => undefined));
      await closed;
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
    }
  };

  let stopListening: () => Promise<void> = async () => undefined;
  const listening = listen();
  const looping = loop();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await looping;
      await stopListening();
      await listening;
      await Promise.all([pool.end(), queue.close()]);
    },
  };
}
