import { checkOwners, command, definedOnly, found, sameVersion } from '@atlas/platform';
import { partyUpdated } from '../contract/events.ts';
import { updateParty as route } from '../contract/parties.ts';
import { checkPartyRole } from '../domain/party-role.ts';
import { checkPaymentTerms } from './check-payment-terms.ts';
import { loadParty, lockParty, type PartyRow, savePartyVersion } from './parties.repository.ts';

export const updateParty = command(route, async (tx, { id, version, archived, ...changes }) => {
  await lockParty(tx, id);
  const before = found(await loadParty(tx, id), 'customer or supplier');
  sameVersion(before.version, version);
  const after: PartyRow = { ...before, ...definedOnly(changes), version: version + 1 };
  if (archived !== undefined) after.archivedAt = archived ? (before.archivedAt ?? tx.ctx.now) : null;
  checkPartyRole(after);
  if (after.ownerId !== before.ownerId) await checkOwners(tx, [after]);
  if (after.paymentTermsId !== before.paymentTermsId) await checkPaymentTerms(tx, after.paymentTermsId);
  await savePartyVersion(tx, after, changes);
  tx.record({ subjectId: id, before, after });
  tx.emit(partyUpdated, { partyId: id, code: after.code });
  return after;
});
