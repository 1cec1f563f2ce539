import { errorCatalogue } from '@atlas/contract';

export const administrationErrors = errorCatalogue({
  'administration.already_suspended': { status: 409, title: 'This workspace is suspended already' },
  'administration.not_suspended': { status: 409, title: 'This workspace is not suspended' },
  'administration.not_a_member': { status: 422, title: 'This person is no member of the workspace' },
  'administration.administrator_untouchable': { status: 403, title: 'No administrator acts as another one' },
  'administration.seats_taken': { status: 403, title: 'All seats of this workspace are taken' },
  'administration.no_owner': { status: 409, title: 'Nobody owns this workspace who could be told' },
});
