import { uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { departmentCreated, createDepartment as route } from '../contract/departments.ts';
import { insertDepartment } from './departments.repository.ts';

/** What is new has nothing below it: wherever it goes, the tree stays one. */
export const createDepartment = command(route, async (tx, fields) => {
  const department = { ...fields, id: uuidv7(), version: 1 };
  await insertDepartment(tx, department);
  tx.emit(departmentCreated, { departmentId: department.id, name: department.name });
  return department;
});
