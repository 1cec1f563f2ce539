import { checkOwners, command, ownerOfNew } from '@atlas/platform';
import { partyCreated } from '../contract/events.ts';
import { createParty as route } from '../contract/parties.ts';
import { checkPartyRole } from '../domain/party-role.ts';
import { checkPaymentTerms } from './check-payment-terms.ts';
import { insertParty } from './parties.repository.ts';

export const createParty = command(route, async (tx, { addresses, contacts, ...fields }) => {
  checkPartyRole(fields);
  await checkOwners(tx, [fields]);
  await checkPaymentTerms(tx, fields.paymentTermsId);
  const party = await insertParty(tx, { ...fields, ownerId: ownerOfNew(tx.ctx, fields) }, addresses, contacts);
  tx.emit(partyCreated, { partyId: party.id, code: party.code });
  return party;
});
