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
import { listMembers } from './members.ts';
import { explainPermission, listPermissions } from './permissions.ts';
import { createRole, deleteRole, getRole, listRoles, updateRole } from './roles.ts';

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
  listServiceAccounts,
  createServiceAccount,
  archiveServiceAccount,
  listApiKeys,
  createApiKey,
  rotateApiKey,
  revokeApiKey,
];
