import { DelayedError, type Job, Worker } from 'bullmq';
import { isConnectionLost } from '../db/database-errors.ts';
import type { Log } from '../log.ts';
import type { Module } from '../module.ts';
import { xrayIdOf } from '../trace/segment.ts';
import { deliver, handlersOf } from './deliver.ts';
import { PutOff, Yielded } from './job.ts';
import type { JobResources } from './job-run.ts';
import { type MessageRef, upkeepJob } from './publish-messages.ts';
import { type QueuePlace, queueName, queueOptions } from './queue-options.ts';
import { runUpkeep } from './upkeep.ts';

export type WorkerOptions = JobResources &
  QueuePlace & {
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

/** What every line about a job tells of it: which one, whose, and what set it off. */
const factsOf = ({ name, data }: Job) => {
  const { messageId, tenantId, requestId, traceId, spanId } = data as Partial<MessageRef>;
  const xrayTraceId = traceId !== undefined && spanId !== undefined ? xrayIdOf(traceId) : undefined;
  return { job: name, messageId, tenantId, requestId, traceId, xrayTraceId };
};

/** From its message's arrival in the queue until a worker began its last attempt. */
const waitedMs = ({ processedOn, timestamp }: Job): number => (processedOn ?? timestamp) - timestamp;

export type QueueWorker = { stop(): Promise<void> };

/** Works on jobs until it is stopped; then it lets them finish their step and hands long ones back. */
export function startWorker({ connection, prefix, modules, concurrency, lockMs, log, ...resources }: WorkerOptions): QueueWorker {
  const handlers = handlersOf(modules);
  let stopping = false;

  const perform = async (job: Job): Promise<void> => {
    const start = performance.now();
    const told = () => ({ ...factsOf(job), ms: Math.round(performance.now() - start), waitedMs: waitedMs(job) });
    if (job.name === upkeepJob) {
      await runUpkeep(resources, modules, (job.data as { tenantId: string }).tenantId);
      return log.debug(told(), 'upkeep done');
    }
    const lastAttempt = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    await deliver(resources, handlers, job.data as MessageRef, { lastAttempt, stopping: () => stopping });
    log.info(told(), 'job done');
  };

  const work = async (job: Job): Promise<void> => {
    try {
      await perform(job);
    } catch (error) {
      const delay = putOffMs(error);
      if (delay === null) throw error;
      if (error instanceof PutOff) log.warn({ ...factsOf(job), reason: error.message }, 'job put off');
      await job.moveToDelayed(Date.now() + delay, job.token);
      throw new DelayedError();
    }
  };

  const worker = new Worker(queueName, work, { ...queueOptions({ connection, prefix }), concurrency, ...takeOver(lockMs) });
  worker.on('error', (error) => log.warn({ err: error }, 'queue error'));
  worker.on('failed', (job, error) => log.error({ ...(job && factsOf(job)), err: error }, 'job failed'));
  return {
    stop: async () => {
      stopping = true;
      // Without Redis nobody can be told that a job is done: it is not waited for, and goes on elsewhere.
      await worker.close(connection.status !== 'ready');
    },
  };
}
