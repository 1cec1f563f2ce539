import { postingTerms, unallocate } from '@atlas/accounting';
import { command, found } from '@atlas/platform';
import { allocationReversed } from '../contract/events.ts';
import { reverseAllocation as route } from '../contract/open-items.ts';
import { allocationExists } from './open-items.repository.ts';

export const reverseAllocation = command(route, async (tx, { id, date }) => {
  const terms = await postingTerms(tx, [date]);
  found(await allocationExists(tx, id), 'allocation');
  await unallocate(tx, terms, date, { ids: [id] });
  tx.record({ subjectId: id, after: { reversedOn: date } });
  tx.emit(allocationReversed, { allocationId: id, date });
  return { id, date };
});
