import { command, found } from '@atlas/platform';
import { stopJournalSchedule as route } from '../contract/journal-schedules.ts';
import { loadSchedule, moveSchedule, viewSchedule } from './schedules.repository.ts';

export const stopJournalSchedule = command(route, async (tx, { id }) => {
  const before = found(await loadSchedule(tx, id, true), 'recurring journal');
  if (before.nextOn === null) return viewSchedule(before);
  await moveSchedule(tx, id, null, null);
  const after = viewSchedule({ ...before, nextOn: null, failure: null, version: before.version + 1 });
  tx.record({ subjectId: id, before: viewSchedule(before), after });
  return after;
});
