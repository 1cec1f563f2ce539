import { uuidv7 } from '@atlas/kernel';
import { asAdministrator, contentsOf, newMember, newWorld, operationNamed, personWith, type World } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import type * as contract from '../contract/index.ts';

const createRole = operationNamed<typeof contract.createRole>('identity.role.create');
const updateRole = operationNamed<typeof contract.updateRole>('identity.role.update');
const deleteRole = operationNamed<typeof contract.deleteRole>('identity.role.delete');
const listRoles = operationNamed<typeof contract.listRoles>('identity.role.list');
const assignRole = operationNamed<typeof contract.assignRole>('identity.role.assign');
const unassignRole = operationNamed<typeof contract.unassignRole>('identity.role.unassign');
const explain = operationNamed<typeof contract.explainPermission>('identity.permission.explain');
const listMembers = operationNamed<typeof contract.listMembers>('identity.member.list');

const all = (permission: string, maxAmount?: string) => ({ permission, scope: 'all' as const, maxAmount });
const clerk = (...grants: object[]) => ({ code: 'clerk', name: 'Clerk', grants });
const refused = (code: string) => expect.objectContaining({ code });

/** A workspace with a role and someone who has it. */
async function staffed(...grants: object[]): Promise<{ world: World; userId: string; roleId: string }> {
  const world = await newWorld();
  const [{ id: roleId }, userId] = await Promise.all([world.run(createRole, clerk(...grants)), newMember(world, 'employee')]);
  await world.run(assignRole, { userId, role: 'clerk' });
  return { world, userId, roleId };
}

describe('a role of the workspace', () => {
  it('adds to what the membership gives, and says so', async () => {
    const { world, userId } = await staffed(all('sales.invoice.*', '10000'));
    const asked = (permission: string) => world.run(explain, { permission, userId });
    expect(await asked('sales.invoice.post')).toEqual({
      userId,
      permission: 'sales.invoice.post',
      known: true,
      allowed: true,
      scope: 'all',
      maxAmount: '10000',
      hides: [],
      roles: ['employee', 'clerk'],
      because: [{ role: 'clerk', grant: all('sales.invoice.*', '10000') }],
      without: [],
      explanation: 'Allowed by clerk (sales.invoice.*), for all records, up to 10000.',
    });
    expect(await asked('catalog.product.list')).toMatchObject({ allowed: true, because: [{ role: 'employee' }] });
    expect(await asked('accounting.journal.post')).toMatchObject({ known: true, allowed: false, scope: null, because: [] });
    expect(await asked('sales.invoice.destroy')).toMatchObject({ known: false, allowed: false });
  });

  it('is held to its change, and to nothing once it is taken away', async () => {
    const { world, userId, roleId } = await staffed(all('sales.*'));
    await world.run(updateRole, { id: roleId, version: 1, grants: [all('sales.invoice.get')] });
    const asked = () => world.run(explain, { permission: 'sales.invoice.post', userId });
    expect(await asked()).toMatchObject({ allowed: false, roles: ['employee', 'clerk'] });
    await world.run(unassignRole, { userId, role: 'clerk' });
    expect(await asked()).toMatchObject({ allowed: false, roles: ['employee'] });
    await expect(world.run(unassignRole, { userId, role: 'clerk' })).rejects.toEqual(refused('not_found'));
  });

  it('is deleted only when nobody has it', async () => {
    const { world, userId, roleId } = await staffed(all('sales.*'));
    await expect(world.run(deleteRole, { id: roleId })).rejects.toEqual(refused('identity.role_assigned'));
    await world.run(unassignRole, { userId, role: 'clerk' });
    await world.run(deleteRole, { id: roleId });
    expect((await world.run(listRoles, {})).items.filter(({ ready }) => !ready)).toEqual([]);
  });

  it('is of no use to who left and comes back, and does not hold the role up', async () => {
    const { world, userId, roleId } = await staffed(all('sales.*'));
    await asAdministrator('update identity.members set created_at = $2 where user_id = $1', [userId, '2026-04-01']);
    expect(await world.run(explain, { permission: 'sales.invoice.post', userId })).toMatchObject({ roles: ['employee'] });
    expect((await world.run(listMembers, {})).items).toMatchObject([{ userId, membership: ['employee'], assigned: [] }]);
    await world.run(assignRole, { userId, role: 'clerk' }, { at: '2026-04-02T09:00:00.000Z' });
    expect(await world.run(explain, { permission: 'sales.invoice.post', userId })).toMatchObject({ allowed: true });
    await asAdministrator('delete from identity.members where user_id = $1', [userId]);
    await world.run(deleteRole, { id: roleId });
  });

  it('promises only what something enforces', async () => {
    const world = await newWorld();
    const create = (grant: object) => world.run(createRole, clerk(grant));
    await expect(create(all('sales.order.*'))).rejects.toEqual(refused('identity.unknown_permission'));
    await expect(create({ ...all('catalog.*'), scope: 'own' })).rejects.toEqual(refused('identity.scope_not_enforceable'));
    await expect(create(all('parties.*', '100'))).rejects.toEqual(refused('identity.limit_not_enforceable'));
    for (const nonsense of ['sales', '**', 'sales.*.post', 'sales.invoice.post; drop table roles'])
      await expect(create(all(nonsense)), nonsense).rejects.toEqual(refused('validation_failed'));
    await expect(create(all('sales.*', '-1'))).rejects.toEqual(refused('validation_failed'));
  });

  it('does not take the code of a ready role, nor one that is taken', async () => {
    const world = await newWorld();
    for (const code of ['owner', 'admin', 'member'])
      await expect(world.run(createRole, { ...clerk(), code })).rejects.toEqual(refused('identity.reserved_role'));
    await world.run(createRole, clerk());
    await expect(world.run(createRole, clerk())).rejects.toEqual(refused('duplicate'));
  });
});

describe('no one', () => {
  it.each([
    ['another permission', all('accounting.journal.post')],
    ['a pattern over what they have by name', all('sales.*')],
    ['no limit where they have one', all('sales.invoice.post')],
    ['a higher limit', all('sales.invoice.post', '1000.01')],
    ['everything', all('*')],
  ])('gives %s than they have: %j', async (_what, more) => {
    const { world, userId, roleId } = await staffed();
    await world.run(createRole, { code: 'more', name: 'More', grants: [more] });
    const actor = personWith('identity.role.*', all('sales.invoice.post', '1000'), 'sales.invoice.get');
    const before = await contentsOf(world.tenantId);
    const own = refused('identity.more_than_own');
    await expect(world.run(createRole, { ...clerk(more), code: 'mine' }, { actor })).rejects.toEqual(own);
    await expect(world.run(updateRole, { id: roleId, version: 1, grants: [more] }, { actor })).rejects.toEqual(own);
    await expect(world.run(assignRole, { userId, role: 'more' }, { actor })).rejects.toEqual(own);
    await expect(world.run(assignRole, { userId, role: 'accountant' }, { actor })).rejects.toEqual(own);
    await expect(world.run(assignRole, { userId, role: 'admin' }, { actor })).rejects.toEqual(own);
    expect(await contentsOf(world.tenantId)).toEqual(before);
  });

  it('keeps a role alive that has more than they have, by changing its name', async () => {
    const { world, roleId } = await staffed(all('accounting.*'));
    const renamed = world.run(updateRole, { id: roleId, version: 1, name: 'Harmless' }, { actor: personWith('identity.*') });
    await expect(renamed).rejects.toEqual(refused('identity.more_than_own'));
  });

  it('gives what they have, and no more than that', async () => {
    const { world, userId } = await staffed();
    const actor = personWith('identity.role.*', all('sales.invoice.*', '1000'));
    await world.run(createRole, { code: 'less', name: 'Less', grants: [all('sales.invoice.post', '999.99')] }, { actor });
    await world.run(assignRole, { userId, role: 'less' }, { actor });
    expect(await world.run(explain, { permission: 'sales.invoice.post', userId })).toMatchObject({ maxAmount: '999.99' });
  });

  it('makes an owner, not even an owner', async () => {
    const { world, userId } = await staffed();
    await expect(world.run(assignRole, { userId, role: 'owner' })).rejects.toEqual(refused('identity.owner_untouchable'));
    const byHand = `insert into role_assignments (tenant_id, id, user_id, ready_role) values ($1, $2, $3, 'owner')`;
    await expect(asAdministrator(byHand, [world.tenantId, uuidv7(), userId])).rejects.toThrow(/make_no_owner/);
  });
});

describe('another tenant', () => {
  it('has neither the roles nor the people of this one, and a person in both has in each what was given there', async () => {
    const [here, there] = await Promise.all([staffed(all('sales.*')), staffed(all('accounting.*'))]);
    const { world, userId } = here;
    for (const run of [
      () => there.world.run(updateRole, { id: here.roleId, version: 1, name: 'Taken' }),
      () => there.world.run(deleteRole, { id: here.roleId }),
      () => there.world.run(assignRole, { userId, role: 'clerk' }),
      () => there.world.run(unassignRole, { userId, role: 'clerk' }),
      () => there.world.run(explain, { permission: 'sales.invoice.post', userId }),
    ])
      await expect(run()).rejects.toEqual(refused('not_found'));
    expect((await there.world.run(listMembers, {})).items).toMatchObject([{ userId: there.userId }]);

    await newMember(there.world, 'warehouse', userId);
    await there.world.run(assignRole, { userId, role: 'clerk' });
    const asked = (of: World, permission: string) => of.run(explain, { permission, userId });
    expect(await asked(world, 'sales.invoice.post')).toMatchObject({ allowed: true, roles: ['employee', 'clerk'] });
    expect(await asked(world, 'accounting.journal.post')).toMatchObject({ allowed: false });
    expect(await asked(there.world, 'sales.invoice.post')).toMatchObject({ allowed: false, roles: ['warehouse', 'clerk'] });
    expect(await asked(there.world, 'accounting.journal.post')).toMatchObject({ allowed: true });
  });
});
