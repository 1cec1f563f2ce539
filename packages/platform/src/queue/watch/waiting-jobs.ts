import type { Queue } from 'bullmq';

/** So many of those that have waited longest are looked at. */
const lookedAt = 1000;

type Waiting = { readonly tenantId: string; readonly ageSeconds: number };

/** What waits in the queue: how much, and who of those that have waited longest. */
export type WaitingJobs = { readonly depth: number; readonly longest: readonly Waiting[] };

/**
 * Reads what waits for a worker. A job that was begun and put off, such as mail while its vendor is away, is old but does not
 * wait for workers: it has the age of none.
 */
export async function readWaitingJobs(queue: Queue): Promise<WaitingJobs> {
  const [counts, jobs] = await Promise.all([queue.getJobCounts('waiting'), queue.getJobs('waiting', 0, lookedAt - 1, true)]);
  const now = Date.now();
  const longest = jobs
    // One that has ended since it was counted is none any more.
    .filter((job) => job != null)
    .map(({ data, timestamp, opts, attemptsStarted }) => ({
      tenantId: (data as { tenantId: string }).tenantId,
      ageSeconds: attemptsStarted > 0 ? 0 : Math.max(0, now - timestamp - (opts.delay ?? 0)) / 1000,
    }));
  return { depth: counts.waiting ?? 0, longest };
}
