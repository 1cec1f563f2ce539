import { moneyJson, present } from '@atlas/kernel';
import { isRefused, type JobRun, job, saveJobProgress, Yielded } from '@atlas/platform';
import { runCompleted, runRequested } from '../contract/events.ts';
import { postBatch } from '../runs/post-batch.ts';
import { endRun, loadRun } from '../runs/runs.repository.ts';

/** Posts one batch in a transaction of its own; the rows that have an entry are the bookmark. Answers whether there may be more. */
const postNext = (run: JobRun, runId: string): Promise<boolean> =>
  run.step(async (tx) => {
    const before = present(await loadRun(tx, runId, true), 'a run is never deleted');
    if (before.status !== 'running') return false;
    if ((await postBatch(tx, before)) > 0) {
      const after = present(await loadRun(tx, runId), 'a run is never deleted');
      await saveJobProgress(tx, run.messageId, after.doneCount, after.totalCount, null);
      return true;
    }
    await endRun(tx, runId, 'completed');
    const { through, doneCount, postedMinor, currency } = before;
    const outcome = { runId, through, rowCount: doneCount, posted: moneyJson(postedMinor, currency) };
    tx.record({ subjectId: runId, after: outcome });
    tx.emit(runCompleted, outcome);
    return false;
  });

/** Posts what is due, batch by batch. What the books refuse ends the run with their words; what is posted stays. */
export const postDueJob = job({
  name: 'assets.run.post_due',
  on: runRequested,
  run: async (run, { runId }) => {
    try {
      while (await postNext(run, runId)) if (run.stopping()) throw new Yielded();
    } catch (error) {
      if (!isRefused(error)) throw error;
      await run.step((tx) => endRun(tx, runId, 'failed', error.message));
    }
  },
});
