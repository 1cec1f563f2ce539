import { errorCatalogue } from '@atlas/contract';

export const identityErrors = errorCatalogue({
  'identity.unknown_permission': { status: 422, title: 'No operation has this permission' },
  'identity.scope_not_enforceable': { status: 422, title: 'Nothing that this permission covers can be held to this scope' },
  'identity.limit_not_enforceable': { status: 422, title: 'Nothing that this permission covers has an amount' },
  'identity.mask_not_enforceable': { status: 422, title: 'Nothing that this permission covers has this field' },
  'identity.reserved_role': { status: 409, title: 'This is the code of a ready role' },
  'identity.unknown_role': { status: 422, title: 'There is no such role' },
  'identity.role_assigned': { status: 409, title: 'Someone has this role' },
  'identity.more_than_own': { status: 403, title: 'No one may give more than they have' },
  'identity.owner_untouchable': { status: 403, title: 'An owner is made and unmade by the owners themselves' },
  'identity.department_below_itself': { status: 422, title: 'A department is not below itself' },
  'identity.department_has_children': { status: 409, title: 'Another department is below this one' },
  'identity.department_has_people': { status: 409, title: 'Someone is in this department' },
  'identity.account_archived': { status: 409, title: 'This service account was ended' },
  'identity.key_ended': { status: 409, title: 'This key does not work any more' },
  'identity.expires_too_soon': { status: 422, title: 'A key expires in the future' },
});
