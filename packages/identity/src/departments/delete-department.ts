import { command, found } from '@atlas/platform';
import { departmentDeleted, deleteDepartment as route } from '../contract/departments.ts';
import { checkEmpty } from '../domain/department-tree.ts';
import { currentOf } from '../members/current-people.ts';
import { everyoneIn, lockTree, removeDepartment, removePlacements } from './departments.repository.ts';

export const deleteDepartment = command(route, async (tx, { id }) => {
  const all = await lockTree(tx);
  const before = found(
    all.find((department) => department.id === id),
    'department',
  );
  const placements = await everyoneIn(tx, id);
  checkEmpty(all, before, (await currentOf(tx, placements)).length);
  // What is left is of people who are not in the workspace any more, or came back since.
  await removePlacements(
    tx,
    placements.map(({ userId }) => userId),
  );
  await removeDepartment(tx, id);
  tx.record({ subjectId: id, before, after: null });
  tx.emit(departmentDeleted, { departmentId: id, name: before.name });
  return { id };
});
