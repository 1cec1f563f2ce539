import { isRefused, type JobRun, job, saveJobProgress, type TenantTx, Yielded } from '@atlas/platform';
import { dunningCompleted, dunningConfirmed } from '../contract/events.ts';
import { nextCustomer, saveOutcome } from '../dunning/proposals.repository.ts';
import { addProgress, endRun, loadRun, lockRun } from '../dunning/runs.repository.ts';
import { writeReminder } from '../dunning/write-reminder.ts';

async function complete(tx: TenantTx, runId: string, asOf: string): Promise<void> {
  await endRun(tx, runId, 'completed');
  const reminderCount = (await loadRun(tx, runId))?.reminderCount ?? 0;
  const outcome = { runId, asOf, reminderCount };
  tx.record({ subjectId: runId, after: outcome });
  tx.emit(dunningCompleted, outcome);
}

/** Reminds the next customer in a transaction of its own; those with an outcome are the bookmark. Answers whether there are more. */
const remindNext = (run: JobRun, runId: string): Promise<boolean> =>
  run.step(async (tx) => {
    const orders = await lockRun(tx, runId);
    if (orders?.status !== 'running') return false;
    const next = await nextCustomer(tx, runId);
    if (!next) {
      await complete(tx, runId, orders.asOf);
      return false;
    }
    const isReminded = await writeReminder(tx, run.mailer, runId, next, orders);
    saveOutcome(tx, runId, next.partyId, isReminded ? 'reminded' : 'left_out');
    addProgress(tx, runId, isReminded ? 1 : 0);
    const after = await loadRun(tx, runId);
    if (after) await saveJobProgress(tx, run.messageId, after.doneCount, after.customerCount, null);
    return true;
  });

/** Carries a run out, customer by customer. What the books refuse ends it with their words; what was written stays. */
export const dunJob = job({
  name: 'payments.dunning_run.carry_out',
  on: dunningConfirmed,
  run: async (run, { runId }) => {
    try {
      while (await remindNext(run, runId)) if (run.stopping()) throw new Yielded();
    } catch (error) {
      if (!isRefused(error)) throw error;
      await run.step((tx) => endRun(tx, runId, 'failed', error.message));
    }
  },
});
