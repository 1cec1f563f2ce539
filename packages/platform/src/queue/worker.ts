import { DelayedError, type Job, Worker } from 'bullmq';
import type { Redis } from '../cache/redis.ts';
import { isConnectionLost } from '../db/database-errors.ts';
import type { Log } from '../log.ts';
import type { Module } from '../module.ts';
import { deliver, handlersOf } from './deliver.ts';
import { PutOff, Yielded } from './job.ts';
import type { JobResources } from './job-run.ts';
import { type MessageRef, upkeepJob } from './publish-messages.ts';
import { queueName } from './relay.ts';
import { runUpkeep } from './upkeep.ts';

export type WorkerOptions = JobResources & {
  readonly connection: Redis;
  readonly modules: readonly Module[];
  readonly concurrency: number;
  /** How long a job belongs to a worker that is not heard of, in milliseconds. */
  readonly lockMs: number;
  readonly log: Log;
};

/** How soon another worker takes over the jobs of one that died; a job may lose any number of workers. */
const takeOver = (lockMs: number) => ({ lockDuration: lockMs, stalledInterval: Math.ceil(lockMs / 3), maxStalledCount: 1000 });

/** How long a job is put off without having failed, in milliseconds; null when it has failed. */
function putOffMs(error: unknown): number | null {
  if (error instanceof Yielded) return 50;
  if (error instanceof PutOff) return error.ms;
  // An outage may last longer than all attempts together.
  return isConnectionLost(error) ? 1000 : null;
}

export type QueueWorker = { stop(): Promise<void> };

/** Works on jobs until it is stopped; then it lets them finish their step and hands long ones back. */
export function startWorker({ connection, modules, concurrency, lockMs, log, ...resources }: WorkerOptions): QueueWorker {
  const handlers = handlersOf(modules);
  let stopping = false;

  const perform = async (job: Job): Promise<void> => {
    if (job.name === upkeepJob) return runUpkeep(resources, modules, (job.data as { tenantId: string }).tenantId);
    const ref = job.data as MessageRef;
    const lastAttempt = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    await deliver(resources, handlers, ref, { lastAttempt, stopping: () => stopping });
    log.info({ job: ref.name, messageId: ref.messageId, tenantId: ref.tenantId }, 'job done');
  };

  const work = async (job: Job): Promise<void> => {
    try {
      await perform(job);
    } catch (error) {
      const delay = putOffMs(error);
      if (delay === null) throw error;
      if (error instanceof PutOff) log.warn({ job: job.name, messageId: job.id, reason: error.message }, 'job put off');
      await job.moveToDelayed(Date.now() + delay, job.token);
      throw new DelayedError();
    }
  };

  const worker = new Worker(queueName, work, { connection: connection as never, concurrency, ...takeOver(lockMs) });
  worker.on('error', (error) => log.warn({ err: error }, 'queue error'));
  worker.on('failed', (job, error) => log.error({ job: job?.name, messageId: job?.id, err: error }, 'job failed'));
  return {
    stop: async () => {
      stopping = true;
      // Without Redis nobody can be told that a job is done: it is not waited for, and goes on elsewhere.
      await worker.close(connection.status !== 'ready');
    },
  };
}
