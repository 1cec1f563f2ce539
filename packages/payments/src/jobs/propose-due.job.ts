import { addDays, laterOf } from '@atlas/kernel';
import { isRefused, job, wakeOn } from '@atlas/platform';
import { dunningDue } from '../contract/events.ts';
import { makeScheduledRun } from '../dunning/make-scheduled-run.ts';
import { failSchedule, loadSchedule } from '../dunning/schedule.repository.ts';

/** Proposes reminders on the days of the schedule, and asks for the next day. What is refused is told and tried again tomorrow. */
export const proposeDueJob = job({
  name: 'payments.dunning_run.propose_due',
  on: dunningDue,
  run: async (run) => {
    try {
      await run.step(makeScheduledRun);
    } catch (error) {
      if (!isRefused(error)) throw error;
      await run.step((tx) => failSchedule(tx, error.message));
    }
    await run.step(async (tx) => {
      const { nextOn } = await loadSchedule(tx);
      if (nextOn !== null) wakeOn(tx, dunningDue, laterOf(nextOn, addDays(tx.ctx.today, 1)));
    });
  },
});
