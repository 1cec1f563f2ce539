import { defineModule, type Module, permissionOf, permissionsOf, policyOf } from '@atlas/platform';
import { createApiKey } from './api-keys/create-api-key.ts';
import { listApiKeys } from './api-keys/list-api-keys.ts';
import { revokeApiKey } from './api-keys/revoke-api-key.ts';
import { rotateApiKey } from './api-keys/rotate-api-key.ts';
import { archiveServiceAccount, createServiceAccount, listServiceAccounts } from './api-keys/service-accounts.ts';
import { apiKeyIssued, apiKeyRevoked } from './contract/api-keys.ts';
import { identityErrors } from './contract/errors.ts';
import { roleAssigned, roleCreated, roleDeleted, roleUnassigned, roleUpdated } from './contract/events.ts';
import { identityRoutes } from './contract/routes.ts';
import { listMembers } from './members/list-members.ts';
import { assignRole } from './roles/assign-role.ts';
import { createRole } from './roles/create-role.ts';
import { deleteRole } from './roles/delete-role.ts';
import { explainPermission } from './roles/explain-permission.ts';
import { getRole } from './roles/get-role.ts';
import { listPermissions } from './roles/list-permissions.ts';
import { listRoles } from './roles/list-roles.ts';
import { unassignRole } from './roles/unassign-role.ts';
import { updateRole } from './roles/update-role.ts';

/** Roles over the operations of all other modules, which the composition root hands over, and over its own. */
export function identityOf(others: readonly Module[]): Module {
  const policy = policyOf([...permissionsOf(others), ...identityRoutes.map(permissionOf)]);
  return defineModule('identity', {
    operations: [
      listRoles(policy),
      getRole,
      createRole(policy),
      updateRole(policy),
      deleteRole,
      assignRole(policy),
      unassignRole,
      listPermissions(policy),
      explainPermission(policy),
      listMembers,
      listServiceAccounts,
      createServiceAccount,
      archiveServiceAccount,
      listApiKeys,
      createApiKey,
      rotateApiKey,
      revokeApiKey,
    ],
    events: [roleCreated, roleUpdated, roleDeleted, roleAssigned, roleUnassigned, apiKeyIssued, apiKeyRevoked],
    errors: identityErrors,
  });
}
