import { query } from '@atlas/platform';
import { listDepartments as route } from '../contract/departments.ts';
import { currentOf } from '../members/current-people.ts';
import { allDepartments, everyoneInDepartments } from './departments.repository.ts';

export const listDepartments = query(route, async (tx) => {
  const [departments, placements] = await Promise.all([allDepartments(tx), everyoneInDepartments(tx)]);
  const counts = new Map<string, number>();
  for (const { departmentId } of await currentOf(tx, placements)) counts.set(departmentId, (counts.get(departmentId) ?? 0) + 1);
  return { items: departments.map((department) => ({ ...department, memberCount: counts.get(department.id) ?? 0 })) };
});
