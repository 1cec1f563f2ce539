import { command, found } from '@atlas/platform';
import { periodUnlocked } from '../contract/events.ts';
import { unlockPeriod as route } from '../contract/periods.ts';
import { loadPeriod, savePeriodLock } from './periods.repository.ts';

export const unlockPeriod = command(route, async (tx, { id }) => {
  const before = found(await loadPeriod(tx, id), 'period');
  if (before.lockedAt === null) return before;
  const after = await savePeriodLock(tx, id, null);
  tx.record({ subjectId: id, before, after });
  tx.emit(periodUnlocked, { periodId: id, startsOn: after.startsOn, endsOn: after.endsOn });
  return after;
});
