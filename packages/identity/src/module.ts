import { routesIn, workspaceEvents } from '@atlas/contract';
import { defineModule, type Module, permissionOf, permissionsOf, policyOf } from '@atlas/platform';
import { createApiKey } from './api-keys/create-api-key.ts';
import { listApiKeys } from './api-keys/list-api-keys.ts';
import { revokeApiKey } from './api-keys/revoke-api-key.ts';
import { rotateApiKey } from './api-keys/rotate-api-key.ts';
import { archiveServiceAccount, createServiceAccount, listServiceAccounts } from './api-keys/service-accounts.ts';
import { apiKeyIssued, apiKeyRevoked } from './contract/api-keys.ts';
import {
  departmentAssigned,
  departmentCreated,
  departmentDeleted,
  departmentUnassigned,
  departmentUpdated,
} from './contract/departments.ts';
import { identityErrors } from './contract/errors.ts';
import { roleAssigned, roleCreated, roleDeleted, roleUnassigned, roleUpdated } from './contract/events.ts';
import * as contract from './contract/index.ts';
import { teamCreated, teamDeleted, teamMemberAdded, teamMemberRemoved, teamUpdated } from './contract/teams.ts';
import { assignDepartment } from './departments/assign-department.ts';
import { createDepartment } from './departments/create-department.ts';
import { deleteDepartment } from './departments/delete-department.ts';
import { listDepartments } from './departments/list-departments.ts';
import { unassignDepartment } from './departments/unassign-department.ts';
import { updateDepartment } from './departments/update-department.ts';
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
import { addTeamMember } from './teams/add-team-member.ts';
import { createTeam } from './teams/create-team.ts';
import { deleteTeam } from './teams/delete-team.ts';
import { getTeam } from './teams/get-team.ts';
import { listTeams } from './teams/list-teams.ts';
import { removeTeamMember } from './teams/remove-team-member.ts';
import { updateTeam } from './teams/update-team.ts';

/** Roles over the operations of all other modules, which the composition root hands over, and over its own. */
export function identityOf(others: readonly Module[]): Module {
  const policy = policyOf([...permissionsOf(others), ...routesIn(contract).map(permissionOf)]);
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
    ],
    events: [
      roleCreated,
      roleUpdated,
      roleDeleted,
      roleAssigned,
      roleUnassigned,
      apiKeyIssued,
      apiKeyRevoked,
      teamCreated,
      teamUpdated,
      teamDeleted,
      teamMemberAdded,
      teamMemberRemoved,
      departmentCreated,
      departmentUpdated,
      departmentDeleted,
      departmentAssigned,
      departmentUnassigned,
      workspaceEvents.invitationUpdated,
      workspaceEvents.memberJoined,
      workspaceEvents.memberUpdated,
      workspaceEvents.memberRemoved,
      workspaceEvents.workspaceUpdated,
      workspaceEvents.workspaceDeleted,
    ],
    errors: identityErrors,
  });
}
