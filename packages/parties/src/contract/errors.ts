import { errorCatalogue } from '@atlas/contract';

export const partiesErrors = errorCatalogue({
  'parties.no_role': { status: 422, title: 'A party is a customer, a supplier or both' },
  'parties.unknown_payment_terms': { status: 422, title: 'There are no such payment terms' },
});
