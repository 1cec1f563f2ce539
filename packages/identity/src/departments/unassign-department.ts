import { command, found } from '@atlas/platform';
import { departmentUnassigned, unassignDepartment as route } from '../contract/departments.ts';
import { lockPlacement, removePlacements } from './departments.repository.ts';

export const unassignDepartment = command(route, async (tx, { userId }) => {
  const before = found(await lockPlacement(tx, userId), 'department of this person');
  await removePlacements(tx, [userId]);
  const { departmentId } = before;
  tx.record({ subjectId: userId, before });
  tx.emit(departmentUnassigned, { departmentId, userId });
  return { userId, departmentId };
});
