import { AtlasError } from '@atlas/kernel';
import { command, found, query } from '@atlas/platform';
import { getDunningParty as getRoute, saveDunningParty as saveRoute } from '../contract/dunning-exceptions.ts';
import { loadPartyTerms, savePartyTerms } from './exceptions.repository.ts';

export const getDunningParty = query(getRoute, async (tx, { partyId }) => found(await loadPartyTerms(tx, partyId), 'customer'));

export const saveDunningParty = command(saveRoute, async (tx, after) => {
  const before = found(await loadPartyTerms(tx, after.partyId), 'customer');
  if (after.excluded && after.reason === null) {
    const [code, message] = ['payments.reason_needed', 'Say why the customer is not reminded.'];
    throw new AtlasError(code, message, { errors: [{ pointer: '/reason', code, message }] });
  }
  await savePartyTerms(tx, after);
  tx.record({ subjectId: after.partyId, before, after });
  return after;
});
