import { command, found, peopleOf } from '@atlas/platform';
import { departmentAssigned, assignDepartment as route } from '../contract/departments.ts';
import { lockPlacement, savePlacement } from './departments.repository.ts';

export const assignDepartment = command(route, async (tx, { userId, departmentId }) => {
  const [person, before] = await Promise.all([peopleOf(tx).member(userId), lockPlacement(tx, userId)]);
  found(person, 'member');
  const after = { userId, departmentId, assignedAt: tx.ctx.now };
  await savePlacement(tx, after);
  tx.record({ subjectId: userId, before: before ?? null, after });
  tx.emit(departmentAssigned, { departmentId, userId });
  return after;
});
