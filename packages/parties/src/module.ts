import { defineModule } from '@atlas/platform';
import { partiesErrors } from './contract/errors.ts';
import { partyCreated, partyUpdated } from './contract/events.ts';
import { createParty } from './parties/create-party.ts';
import { customersMeter } from './parties/customers-meter.repository.ts';
import { getParty } from './parties/get-party.ts';
import { importCustomers, importSuppliers } from './parties/import-parties.ts';
import { listParties } from './parties/list-parties.ts';
import { updateParty } from './parties/update-party.ts';

export const parties = defineModule('parties', {
  operations: [createParty, updateParty, getParty, listParties],
  events: [partyCreated, partyUpdated],
  errors: partiesErrors,
  importables: [importCustomers, importSuppliers],
  meters: [customersMeter],
});
