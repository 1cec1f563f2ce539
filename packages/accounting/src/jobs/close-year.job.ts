import { isRefused, type JobRun, job, saveJobProgress, Yielded } from '@atlas/platform';
import { postClose } from '../closing/post-close.ts';
import { saveFailed } from '../closing/year-closes.repository.ts';
import { yearCloseRequested } from '../contract/closing-events.ts';
import { foldDeltas } from '../reports/balances.repository.ts';

const steps = 2;

const tell = (run: JobRun, done: number, message: string): Promise<void> =>
  run.step((tx) => saveJobProgress(tx, run.messageId, done, steps, message));

/** Folds what is open, so that the close reads kept balances; then posts it. What the books refuse ends it with their words. */
export const closeYearJob = job({
  name: 'accounting.year_close.post',
  on: yearCloseRequested,
  run: async (run, { closeId }) => {
    try {
      await tell(run, 0, 'Adding up what was posted last');
      while ((await run.step(foldDeltas)) > 0) if (run.stopping()) throw new Yielded();
      await tell(run, 1, 'Locking the year and posting its close');
      await run.step((tx) => postClose(tx, closeId));
      await tell(run, steps, 'The year is closed');
    } catch (error) {
      if (!isRefused(error)) throw error;
      await run.step((tx) => saveFailed(tx, closeId, error.message));
    }
  },
});
