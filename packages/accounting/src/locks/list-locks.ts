import { query } from '@atlas/platform';
import { listLocks as route } from '../contract/locks.ts';
import { exceptionsOf, locksOf } from './locks.repository.ts';

export const listLocks = query(route, async (tx) => {
  const [items, exceptions] = await Promise.all([locksOf(tx), exceptionsOf(tx)]);
  return { items, exceptions };
});
