import { AtlasError } from '@atlas/kernel';
import { command, peopleOf } from '@atlas/platform';
import { unassignRole as route } from '../contract/assignments.ts';
import { roleUnassigned } from '../contract/events.ts';
import { removeAssignment } from './assignments.repository.ts';

export const unassignRole = command(route, async (tx, { userId, role }) => {
  if (!(await removeAssignment(tx, userId, role))) throw new AtlasError('not_found', 'This person was not given this role.');
  tx.record({ subjectId: userId, before: { userId, role } });
  tx.emit(roleUnassigned, { userId, role });
  tx.afterwards(() => peopleOf(tx).forgetRoles([userId]));
  return { userId, role };
});
