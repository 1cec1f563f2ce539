import { Queue } from 'bullmq';
import type { Redis } from '../cache/redis.ts';
import { connectionOf } from '../db/login.ts';
import { openPool } from '../db/pool.ts';
import type { Log } from '../log.ts';
import type { Tracer } from '../trace/tracer.ts';
import { listenToOutbox } from './outbox-listener.ts';
import { publishBatch, publishMessages } from './publish-messages.ts';
import { type QueuePlace, queueName, queueOptions } from './queue-options.ts';
import { ringWakeUps } from './ring-wake-ups.ts';

export type RelayOptions = QueuePlace & {
  /** URL of the `atlas_relay` role, at the server itself: a pooler hears nothing of what is announced. */
  readonly databaseUrl: string;
  /** Whether it signs in with tokens of IAM; with the URL's password when it is not said. */
  readonly iam?: boolean;
  /** Names of events that have a job; others ask for nothing but upkeep. */
  readonly handled: ReadonlySet<string>;
  readonly log: Log;
  /** Hears of each round, which comes once a second even while PostgreSQL or Redis is away. */
  readonly onRound?: () => void;
  /** Left out where nobody takes spans. */
  readonly tracer?: Tracer | null;
};

const pollEveryMs = 1000;

/**
 * Fails soon when Redis is away. A transaction that waited for it would keep its rows locked all the while, and keep the
 * audit chain and the vacuum from whatever came after its begin.
 */
export function openImpatient(connection: Redis): Redis {
  const redis = connection.duplicate({ enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 10_000 });
  redis.on('error', () => undefined);
  return redis;
}

export type Relay = { stop(): Promise<void> };

/**
 * Moves messages from the outbox to the queue: woken by NOTIFY, and by a poll in case a wake-up was lost. The job's id is
 * the message's id, so a message that is published twice is queued once.
 */
export function startRelay({ databaseUrl, iam = false, connection, prefix, handled, log, onRound, tracer }: RelayOptions): Relay {
  const login = { url: databaseUrl, iam };
  const pool = openPool({ ...connectionOf(login), max: 2, application_name: 'atlas-relay' });
  const redis = openImpatient(connection);
  const queue = new Queue(queueName, queueOptions({ connection: redis, prefix }));
  queue.on('error', () => undefined);
  let stopped = false;
  let wake: () => void = () => undefined;
  redis.on('ready', () => wake());

  const loop = async (): Promise<void> => {
    while (!stopped) {
      onRound?.();
      const slept = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollEveryMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      try {
        await ringWakeUps(pool);
        while (!stopped && redis.status === 'ready' && (await publishMessages(pool, queue, handled, tracer)) === publishBatch);
      } catch (error) {
        log.warn({ err: error }, 'the relay will try again');
      }
      if (!stopped) await slept;
    }
  };

  const listener = listenToOutbox(login, () => wake(), pollEveryMs);
  const looping = loop();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await looping;
      await listener.stop();
      await Promise.all([pool.end(), queue.close()]);
      redis.disconnect();
    },
  };
}
