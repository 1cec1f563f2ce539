import type * as contract from '@atlas/identity/contract';
import { uuidv7 } from '@atlas/kernel';
import { newMember } from '../../members.ts';
import { operationNamed } from '../../operations.ts';
import type { World } from '../../world.ts';
import { type Input, inEmptyWorkspace, inShop, type Scenario } from '../scenario.ts';

const createRole = operationNamed<typeof contract.createRole>('identity.role.create');
const assignRole = operationNamed<typeof contract.assignRole>('identity.role.assign');

/** Someone with only the permission of an operation may give just that. */
const roleFields = (permission: string): Input => ({
  code: `role-${uuidv7().slice(-12)}`,
  name: 'Clerk',
  description: 'Sits at the front desk',
  grants: [{ permission, scope: 'all' }],
});

const newRole = (world: World, permission = 'sales.invoice.get') => world.run(createRole, roleFields(permission));

/** A member with a role. */
async function roleHolder(world: World): Promise<{ userId: string; role: string }> {
  const [{ code }, userId] = await Promise.all([newRole(world), newMember(world)]);
  await world.run(assignRole, { userId, role: code });
  return { userId, role: code };
}

const createTeam = operationNamed<typeof contract.createTeam>('identity.team.create');
const addTeamMember = operationNamed<typeof contract.addTeamMember>('identity.team.add_member');
const createDepartment = operationNamed<typeof contract.createDepartment>('identity.department.create');
const assignDepartment = operationNamed<typeof contract.assignDepartment>('identity.department.assign');

const newTeam = (world: World) => world.run(createTeam, { name: `Team ${uuidv7()}` });

const newDepartment = (world: World) => world.run(createDepartment, { name: `Department ${uuidv7()}` });

/** A team with a person. */
async function teamOfOne(world: World): Promise<{ id: string; userId: string }> {
  const [{ id }, userId] = await Promise.all([newTeam(world), newMember(world)]);
  await world.run(addTeamMember, { id, userId });
  return { id, userId };
}

/** A department with a person. */
async function departmentOfOne(world: World): Promise<{ departmentId: string; userId: string }> {
  const [{ id: departmentId }, userId] = await Promise.all([newDepartment(world), newMember(world)]);
  await world.run(assignDepartment, { userId, departmentId });
  return { departmentId, userId };
}

const createAccount = operationNamed<typeof contract.createServiceAccount>('identity.service_account.create');
const createKey = operationNamed<typeof contract.createApiKey>('identity.api_key.create');

const newAccount = (world: World) => world.run(createAccount, { name: `Shop ${uuidv7()}` });

const keyFields = async (world: World, permission: string): Promise<Input> => ({
  serviceAccountId: (await newAccount(world)).id,
  name: 'Web shop',
  permissions: [permission],
  expiresAt: '2099-12-31T00:00:00.000Z',
});

const newKey = async (world: World, permission = 'parties.party.list') =>
  world.run(createKey, await keyFields(world, permission));

export const identity: Record<string, Scenario> = {
  'identity.role.list': inShop(async (shop) => {
    await newRole(shop);
    return {};
  }),
  'identity.role.get': inEmptyWorkspace(async (world) => ({ id: (await newRole(world)).id })),
  'identity.role.create': inEmptyWorkspace(() => roleFields('identity.role.create')),
  'identity.role.update': inEmptyWorkspace(async (world) => ({
    id: (await newRole(world)).id,
    version: 1,
    name: 'Chief clerk',
    description: null,
    grants: [{ permission: 'identity.role.update', scope: 'all' }],
  })),
  'identity.role.delete': inEmptyWorkspace(async (world) => ({ id: (await newRole(world)).id })),
  'identity.role.assign': inEmptyWorkspace(async (world) => ({
    userId: await newMember(world),
    role: (await newRole(world, 'identity.role.assign')).code,
  })),
  'identity.role.unassign': inEmptyWorkspace(roleHolder),
  'identity.permission.list': inShop(() => ({})),
  'identity.permission.explain': inEmptyWorkspace(async (world) => ({
    permission: 'sales.invoice.get',
    userId: (await roleHolder(world)).userId,
  })),
  'identity.member.list': inEmptyWorkspace(async (world) => {
    await roleHolder(world);
    return {};
  }),
  'identity.team.list': inEmptyWorkspace(async (world) => {
    await teamOfOne(world);
    return {};
  }),
  'identity.team.get': inEmptyWorkspace(async (world) => ({ id: (await teamOfOne(world)).id })),
  'identity.team.create': inEmptyWorkspace(() => ({ name: 'Front desk' })),
  'identity.team.update': inEmptyWorkspace(async (world) => ({ id: (await newTeam(world)).id, version: 1, name: 'Back office' })),
  'identity.team.delete': inEmptyWorkspace(async (world) => ({ id: (await teamOfOne(world)).id })),
  'identity.team.add_member': inEmptyWorkspace(async (world) => ({
    id: (await newTeam(world)).id,
    userId: await newMember(world),
  })),
  'identity.team.remove_member': inEmptyWorkspace(teamOfOne),
  'identity.department.list': inEmptyWorkspace(async (world) => {
    await departmentOfOne(world);
    return {};
  }),
  'identity.department.create': inEmptyWorkspace(async (world) => ({
    name: 'Inland',
    parentId: (await newDepartment(world)).id,
  })),
  'identity.department.update': inEmptyWorkspace(async (world) => ({
    id: (await newDepartment(world)).id,
    version: 1,
    name: 'Abroad',
    parentId: (await newDepartment(world)).id,
  })),
  'identity.department.delete': inEmptyWorkspace(async (world) => ({ id: (await newDepartment(world)).id })),
  'identity.department.assign': inEmptyWorkspace(async (world) => ({
    userId: await newMember(world),
    departmentId: (await newDepartment(world)).id,
  })),
  'identity.department.unassign': inEmptyWorkspace(async (world) => ({ userId: (await departmentOfOne(world)).userId })),
  'identity.service_account.create': inEmptyWorkspace(() => ({ name: 'Web shop' })),
  'identity.service_account.list': inEmptyWorkspace(async (world) => {
    await newAccount(world);
    return {};
  }),
  'identity.service_account.archive': inEmptyWorkspace(async (world) => ({ id: (await newAccount(world)).id })),
  'identity.api_key.create': inEmptyWorkspace((world) => keyFields(world, 'identity.api_key.create')),
  'identity.api_key.list': inEmptyWorkspace(async (world) => ({ serviceAccountId: (await newKey(world)).serviceAccountId })),
  'identity.api_key.rotate': inEmptyWorkspace(async (world) => ({
    id: (await newKey(world, 'identity.api_key.rotate')).id,
    overlapHours: 2,
  })),
  'identity.api_key.revoke': inEmptyWorkspace(async (world) => ({ id: (await newKey(world)).id })),
};
