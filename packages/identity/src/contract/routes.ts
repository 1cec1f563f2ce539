import type { Route } from '@atlas/contract';
import {
  archiveServiceAccount,
  createApiKey,
  createServiceAccount,
  listApiKeys,
  listServiceAccounts,
  revokeApiKey,
  rotateApiKey,
} from './api-keys.ts';
import { assignRole, unassignRole } from './assignments.ts';
import {
  assignDepartment,
  createDepartment,
  deleteDepartment,
  listDepartments,
  unassignDepartment,
  updateDepartment,
} from './departments.ts';
import { listMembers } from './members.ts';
import { explainPermission, listPermissions } from './permissions.ts';
import { createRole, deleteRole, getRole, listRoles, updateRole } from './roles.ts';
import { addTeamMember, createTeam, deleteTeam, getTeam, listTeams, removeTeamMember, updateTeam } from './teams.ts';

/** Everything that this module offers: roles may allow it like all else. */
export const identityRoutes: readonly Route[] = [
  listRoles,
  getRole,
  createRole,
  updateRole,
  deleteRole,
  assignRole,
  unassignRole,
  listPermissions,
  explainPermission,
  listMembers,
  listTeams,
  getTeam,
  createTeam,
  updateTeam,
  deleteTeam,
  addTeamMember,
  removeTeamMember,
  listDepartments,
  createDepartment,
  updateDepartment,
  deleteDepartment,
  assignDepartment,
  unassignDepartment,
  listServiceAccounts,
  createServiceAccount,
  archiveServiceAccount,
  listApiKeys,
  createApiKey,
  rotateApiKey,
  revokeApiKey,
];
