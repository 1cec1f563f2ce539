import { businessDate } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { lockBooks } from '../company/company.repository.ts';
import { companyOf } from '../company/company-of.ts';
import { lockChanged } from '../contract/closing-events.ts';
import { setLock as route } from '../contract/locks.ts';
import { postingAreas } from '../domain/posting-area.ts';
import { exceptionsOf, locksOf, saveLocks } from './locks.repository.ts';

export const setLock = command(route, async (tx, { area, ...input }) => {
  await lockBooks(tx);
  await companyOf(tx);
  const lockedThrough = input.lockedThrough === null ? null : businessDate(input.lockedThrough);
  const areas = area === 'all' ? postingAreas : [area];
  const before = await locksOf(tx);
  await saveLocks(tx, areas, lockedThrough);
  const [items, exceptions] = await Promise.all([locksOf(tx), exceptionsOf(tx)]);
  tx.record({ subjectId: null, before, after: items });
  tx.emit(lockChanged, { areas: [...areas], lockedThrough });
  return { items, exceptions };
});
