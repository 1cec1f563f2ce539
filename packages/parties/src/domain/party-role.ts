import { AtlasError } from '@atlas/kernel';

/** A party that is neither customer nor supplier has no place in the books. @throws AtlasError `parties.no_role` */
export function checkPartyRole(party: { readonly isCustomer: boolean; readonly isSupplier: boolean }): void {
  if (!party.isCustomer && !party.isSupplier) {
    throw new AtlasError('parties.no_role', 'Say whether this is a customer, a supplier or both.', {
      errors: [{ pointer: '/isCustomer', code: 'parties.no_role', message: 'choose at least one role' }],
    });
  }
}
