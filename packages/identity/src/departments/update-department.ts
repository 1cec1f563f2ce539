import { command, definedOnly, found, sameVersion } from '@atlas/platform';
import { departmentUpdated, updateDepartment as route } from '../contract/departments.ts';
import { checkParent } from '../domain/department-tree.ts';
import { type Department, lockTree, saveDepartment } from './departments.repository.ts';

export const updateDepartment = command(route, async (tx, { id, version, ...changes }) => {
  const all = await lockTree(tx);
  const before = found(
    all.find((department) => department.id === id),
    'department',
  );
  sameVersion(before.version, version);
  const after: Department = { ...before, ...definedOnly(changes), version: version + 1 };
  checkParent(all, id, after.parentId);
  await saveDepartment(tx, after);
  tx.record({ subjectId: id, before, after });
  tx.emit(departmentUpdated, { departmentId: id, name: after.name });
  return after;
});
