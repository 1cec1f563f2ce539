import { Queue } from 'bullmq';
import { connectionOf } from '../../db/login.ts';
import { openPool } from '../../db/pool.ts';
import type { Log } from '../../log.ts';
import { figureWriter } from '../../watch/figures.ts';
import { type QueuePlace, queueName, queueOptions } from '../queue-options.ts';
import { openImpatient } from '../relay.ts';
import { readWork } from './read-work.ts';

export type WatchOptions = QueuePlace & {
  /** URL of the `atlas_relay` role. */
  readonly databaseUrl: string;
  /** Whether it signs in with tokens of IAM. */
  readonly iam: boolean;
  readonly stage: string;
  readonly log: Log;
};

const everyMs = 30_000;

export type Watch = { stop(): Promise<void> };

/** Writes down how background work stands, now and twice a minute. What cannot be read is not written, which is an alarm in itself. */
export function startWatch({ databaseUrl, iam, connection, prefix, stage, log }: WatchOptions): Watch {
  const pool = openPool({ ...connectionOf({ url: databaseUrl, iam }), max: 1, application_name: 'atlas-watch' });
  const redis = openImpatient(connection);
  const queue = new Queue(queueName, queueOptions({ connection: redis, prefix }));
  queue.on('error', () => undefined);
  const write = figureWriter(stage);
  // Whatever the level of the log is: alarms depend on it.
  const figures = log.child({}, { level: 'info' });

  const round = async (): Promise<void> => {
    try {
      const { all, byClass } = await readWork(pool, queue);
      figures.info(write('work', all), 'work');
      for (const each of byClass) figures.info(write('workOfClass', each), 'work of a class');
    } catch (error) {
      log.warn({ err: error }, 'background work cannot be looked at');
    }
  };

  let rounds = Promise.resolve();
  const next = (): void => {
    rounds = rounds.then(round);
  };
  redis.once('ready', next);
  const timer = setInterval(() => redis.status === 'ready' && next(), everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await rounds;
      await Promise.all([pool.end(), queue.close()]);
      redis.disconnect();
    },
  };
}
