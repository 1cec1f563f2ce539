import { event, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, line, version } = schemas;

const name = line(80).meta({ description: 'Unique in the workspace' });
const parentId = id.nullable().meta({ description: 'The department above; null: on top' });

export const department = z
  .object({ id, name, parentId, version })
  .meta({ id: 'Department', description: 'A part of the organisation' });

export const departmentSummary = department
  .extend({ memberCount: z.int().meta({ description: 'Who is in the workspace still, without the departments below' }) })
  .meta({ id: 'DepartmentSummary' });

export const listDepartments = route({
  name: 'identity.department.list',
  method: 'GET',
  path: '/departments',
  summary: 'List the departments of the workspace by name; `parentId` makes them a tree',
  input: z.object({}),
  output: z.object({ items: z.array(departmentSummary) }),
  errors: [],
});

export const createDepartment = route({
  name: 'identity.department.create',
  method: 'POST',
  path: '/departments',
  summary: 'Create a department, below another one or on top',
  input: z.object({ name, parentId: parentId.default(null) }),
  output: department,
  errors: ['duplicate', 'unknown_reference'],
  status: 201,
});

export const updateDepartment = route({
  name: 'identity.department.update',
  method: 'PATCH',
  path: '/departments/{id}',
  summary: 'Rename a department, or move it with all that is below it',
  input: z.object({ id, version, name: name.optional(), parentId: parentId.optional() }),
  output: department,
  errors: ['not_found', 'version_conflict', 'duplicate', 'unknown_reference', 'identity.department_below_itself'],
});

export const deleteDepartment = route({
  name: 'identity.department.delete',
  method: 'DELETE',
  path: '/departments/{id}',
  summary: 'Delete a department that nobody is in and that nothing is below',
  input: z.object({ id }),
  output: z.object({ id }),
  errors: ['not_found', 'still_referenced', 'identity.department_has_children', 'identity.department_has_people'],
});

export const assignDepartment = route({
  name: 'identity.department.assign',
  method: 'POST',
  path: '/department-assignments',
  summary: 'Put a member of the workspace into a department, out of the one they were in',
  input: z.object({ userId: id, departmentId: id }),
  output: z.object({ userId: id, departmentId: id, assignedAt: instant }),
  errors: ['not_found', 'unknown_reference'],
});

export const unassignDepartment = route({
  name: 'identity.department.unassign',
  method: 'DELETE',
  path: '/department-assignments/{userId}',
  summary: 'Take a person out of their department',
  input: z.object({ userId: id }),
  output: z.object({ userId: id, departmentId: id }),
  errors: ['not_found'],
});

const about = z.object({ departmentId: id, name: z.string() });
const placed = z.object({ departmentId: id, userId: id });

export const departmentCreated = event({
  name: 'identity.department.created',
  summary: 'A department was created',
  payload: about,
});
export const departmentUpdated = event({
  name: 'identity.department.updated',
  summary: 'A department was renamed or moved',
  payload: about,
});
export const departmentDeleted = event({
  name: 'identity.department.deleted',
  summary: 'A department was deleted',
  payload: about,
});
export const departmentAssigned = event({
  name: 'identity.department.assigned',
  summary: 'A person was put into a department',
  payload: placed,
});
export const departmentUnassigned = event({
  name: 'identity.department.unassigned',
  summary: 'A person was taken out of their department',
  payload: placed,
});
