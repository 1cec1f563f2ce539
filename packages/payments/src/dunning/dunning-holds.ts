import { present } from '@atlas/kernel';
import { command, found, query } from '@atlas/platform';
import {
  holdDunning as holdRoute,
  listDunningHolds as listRoute,
  releaseDunning as releaseRoute,
} from '../contract/dunning-exceptions.ts';
import { deleteHold, loadHold, pageOfHolds, saveHold } from './exceptions.repository.ts';

export const listDunningHolds = query(listRoute, pageOfHolds);

export const holdDunning = command(holdRoute, async (tx, input) => {
  const before = await loadHold(tx, input.entryId);
  found((await saveHold(tx, input)) ? input : null, 'entry that left something open with a customer');
  const after = present(await loadHold(tx, input.entryId), 'it was just put on hold');
  tx.record({ subjectId: input.entryId, ...(before && { before }), after });
  return after;
});

export const releaseDunning = command(releaseRoute, async (tx, { entryId }) => {
  const before = found(await loadHold(tx, entryId), 'hold');
  await deleteHold(tx, entryId);
  tx.record({ subjectId: entryId, before });
  return { entryId };
});
