import { command, found } from '@atlas/platform';
import { unsettleItems as route } from '../contract/open-items.ts';
import { postingTerms } from '../journals/posting.ts';
import { isSettlement } from './open-items.repository.ts';
import { settlementKind } from './settle-items.ts';
import { unallocate } from './unallocate.ts';

export const unsettleItems = command(route, async (tx, { id, date }) => {
  const [terms, known] = await Promise.all([postingTerms(tx, [date]), isSettlement(tx, settlementKind, id)]);
  found(known ? id : null, 'settlement');
  const taken = await unallocate(tx, terms, date, { sourceIds: [id] });
  found(taken.length > 0 ? id : null, 'settlement that stands');
  tx.record({ subjectId: id, before: { allocationIds: taken }, after: { allocationIds: [] } });
  return { id };
});
