import { command, found } from '@atlas/platform';
import { periodLocked } from '../contract/events.ts';
import { lockPeriod as route } from '../contract/periods.ts';
import { loadPeriod, savePeriodLock } from './periods.repository.ts';

export const lockPeriod = command(route, async (tx, { id }) => {
  const before = found(await loadPeriod(tx, id), 'period');
  if (before.lockedAt !== null) return before;
  const after = await savePeriodLock(tx, id, tx.ctx.now);
  tx.record({ subjectId: id, before, after });
  tx.emit(periodLocked, { periodId: id, startsOn: after.startsOn, endsOn: after.endsOn });
  return after;
});
