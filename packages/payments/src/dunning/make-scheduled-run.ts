import { AtlasError, addDays, present } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { dunningDayFrom } from '../domain/dunning-schedule.ts';
import { startRun } from './decide-run.ts';
import { proposeRun } from './propose-run.ts';
import { isRunOpen, loadSchedule, saveSchedule } from './schedule.repository.ts';

/**
 * Proposes the run of the day that has come, confirms it where that is wanted, and moves on to the next day. The row of the schedule
 * is locked: of two workers the second finds the day gone; what dies in between has done neither. Of days that were missed
 * one run is made, as of today. A day on which nobody is to be reminded makes none.
 *
 * @throws AtlasError `payments.dunning_run_decided` while an earlier run is undecided or under way; as proposing and confirming do
 */
export async function makeScheduledRun(tx: TenantTx): Promise<void> {
  const schedule = await loadSchedule(tx, true);
  const { today } = tx.ctx;
  if (schedule.nextOn === null || schedule.nextOn > today) return;
  if (await isRunOpen(tx))
    throw new AtlasError('payments.dunning_run_decided', 'An earlier run is still to be decided or under way.');
  const run = await proposeRun(tx, today, schedule.minimumLevel);
  const nextOn = present(dunningDayFrom(schedule, addDays(today, 1)), 'a schedule with a day has a next one');
  await saveSchedule(tx, { ...schedule, nextOn, failure: null });
  if (run === null) return;
  const after = schedule.sends ? await startRun(tx, run) : run;
  tx.record({ subjectId: run.id, after });
}
