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
};
