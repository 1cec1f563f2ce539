import { addDays, laterOf } from '@atlas/kernel';
import { isRefused, type JobRun, job, wakeOn, Yielded } from '@atlas/platform';
import { journalsDue } from '../contract/events.ts';
import { failReversal } from '../journals/reversals.repository.ts';
import { keepPromise } from '../schedules/keep-promise.ts';
import { makeOccurrence } from '../schedules/make-occurrence.ts';
import { type Due, firstDue, nextDueOn, setFailure } from '../schedules/schedules.repository.ts';

/** Does one thing that is due, in a transaction of its own. What the books refuse is told and left for tomorrow. */
async function doOne(run: JobRun, { kind, id }: Due): Promise<boolean> {
  try {
    await run.step((tx) => (kind === 'schedule' ? makeOccurrence(tx, id) : keepPromise(tx, id)));
    return true;
  } catch (error) {
    if (!isRefused(error)) throw error;
    await run.step((tx) => (kind === 'schedule' ? setFailure(tx, id, error.message) : failReversal(tx, id, error.message)));
    return false;
  }
}

/** Posts recurring journals and promised reversals whose day has come, also days that were missed, and asks for the next day. */
export const postDueJob = job({
  name: 'accounting.journals.post_due',
  on: journalsDue,
  run: async (run) => {
    const refused: string[] = [];
    for (;;) {
      const due = await run.read((tx) => firstDue(tx, tx.ctx.today, refused));
      if (due === null) break;
      if (!(await doOne(run, due))) refused.push(due.id);
      if (run.stopping()) throw new Yielded();
    }
    await run.step(async (tx) => {
      const next = await nextDueOn(tx);
      if (next !== null) wakeOn(tx, journalsDue, laterOf(next, addDays(tx.ctx.today, 1)));
    });
  },
});
