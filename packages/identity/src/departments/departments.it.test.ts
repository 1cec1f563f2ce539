import { uuidv7 } from '@atlas/kernel';
import { asAdministrator, newMember, newWorld, operationNamed, type World } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import type * as contract from '../contract/index.ts';

const create = operationNamed<typeof contract.createDepartment>('identity.department.create');
const update = operationNamed<typeof contract.updateDepartment>('identity.department.update');
const remove = operationNamed<typeof contract.deleteDepartment>('identity.department.delete');
const list = operationNamed<typeof contract.listDepartments>('identity.department.list');
const assign = operationNamed<typeof contract.assignDepartment>('identity.department.assign');
const unassign = operationNamed<typeof contract.unassignDepartment>('identity.department.unassign');
const listMembers = operationNamed<typeof contract.listMembers>('identity.member.list');

const refused = (code: string) => expect.objectContaining({ code });
const newDepartment = async (world: World, name: string, parentId: string | null = null): Promise<string> =>
  (await world.run(create, { name, parentId })).id;

/** Sales with Inland below it, beside Stock. */
async function organised(): Promise<{ world: World; sales: string; inland: string; stock: string }> {
  const world = await newWorld();
  const [sales, stock] = await Promise.all([newDepartment(world, 'Sales'), newDepartment(world, 'Stock')]);
  return { world, sales, stock, inland: await newDepartment(world, 'Inland', sales) };
}

const departmentsOf = async (world: World) => (await world.run(listMembers, {})).items.map(({ department }) => department);

/** Every department's way to the top: it ends, when the tree is one. */
async function depths(world: World): Promise<number[]> {
  const above = new Map((await world.run(list, {})).items.map(({ id, parentId }) => [id, parentId]));
  return [...above.keys()].map((start) => {
    let depth = 0;
    for (let id: string | null | undefined = start; id; id = above.get(id)) {
      depth += 1;
      if (depth > above.size) return Number.POSITIVE_INFINITY;
    }
    return depth;
  });
}

describe('a department', () => {
  it('is moved with what is below it, and never below itself', async () => {
    const { world, sales, inland, stock } = await organised();
    const below = refused('identity.department_below_itself');
    await expect(world.run(update, { id: sales, version: 1, parentId: inland })).rejects.toEqual(below);
    await expect(world.run(update, { id: sales, version: 1, parentId: sales })).rejects.toEqual(below);
    await world.run(update, { id: sales, version: 1, parentId: stock });
    await expect(world.run(update, { id: stock, version: 1, parentId: inland })).rejects.toEqual(below);
    await world.run(update, { id: inland, version: 1, parentId: null });
    expect((await world.run(list, {})).items).toMatchObject([
      { name: 'Inland', parentId: null },
      { name: 'Sales', parentId: stock },
      { name: 'Stock', parentId: null },
    ]);
  });

  it('is not put below itself by two who move at the same instant', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { world, sales, inland, stock } = await organised();
      const moves = await Promise.allSettled([
        world.run(update, { id: sales, version: 1, parentId: stock }),
        world.run(update, { id: stock, version: 1, parentId: inland }),
      ]);
      expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(Math.max(...(await depths(world)))).toBe(3);
    }
  });

  it('goes below a department that there is', async () => {
    const { world, sales } = await organised();
    const abroad = await newDepartment(await newWorld(), 'Abroad');
    for (const parentId of [uuidv7(), abroad]) {
      await expect(world.run(create, { name: 'North', parentId })).rejects.toEqual(refused('unknown_reference'));
      await expect(world.run(update, { id: sales, version: 1, parentId })).rejects.toEqual(refused('unknown_reference'));
    }
    await expect(world.run(create, { name: 'Sales' })).rejects.toEqual(refused('duplicate'));
    await expect(world.run(update, { id: sales, version: 2, name: 'Late' })).rejects.toEqual(refused('version_conflict'));
  });

  it('is deleted only when nothing is below it and nobody in it', async () => {
    const { world, sales, inland } = await organised();
    const userId = await newMember(world);
    await world.run(assign, { userId, departmentId: inland });
    await expect(world.run(remove, { id: sales })).rejects.toEqual(refused('identity.department_has_children'));
    await expect(world.run(remove, { id: inland })).rejects.toEqual(refused('identity.department_has_people'));
    await world.run(unassign, { userId });
    await world.run(remove, { id: inland });
    await world.run(remove, { id: sales });
    expect((await world.run(list, {})).items).toMatchObject([{ name: 'Stock' }]);
  });

  it('is not deleted under who is put into it, or below it, at the same instant', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { world, stock } = await organised();
      const userId = await newMember(world);
      const [deleted] = await Promise.allSettled([
        world.run(remove, { id: stock }),
        round % 2 ? world.run(assign, { userId, departmentId: stock }) : newDepartment(world, 'Cellar', stock),
      ]);
      const left = (await world.run(list, {})).items.map(({ id }) => id);
      expect(left.includes(stock)).toBe(deleted.status === 'rejected');
      expect(Math.max(...(await depths(world)))).toBe(2);
    }
  });
});

describe('a person', () => {
  it('is in one department at most, of their own workspace', async () => {
    const { world, sales, stock } = await organised();
    const userId = await newMember(world);
    await world.run(assign, { userId, departmentId: sales });
    await world.run(assign, { userId, departmentId: stock });
    expect(await departmentsOf(world)).toEqual([{ id: stock, name: 'Stock' }]);
    expect((await world.run(list, {})).items).toMatchObject([
      { name: 'Inland', memberCount: 0 },
      { name: 'Sales', memberCount: 0 },
      { name: 'Stock', memberCount: 1 },
    ]);
    const stranger = await newMember(await newWorld());
    await expect(world.run(assign, { userId: stranger, departmentId: sales })).rejects.toEqual(refused('not_found'));
    const abroad = await newDepartment(await newWorld(), 'Abroad');
    await expect(world.run(assign, { userId, departmentId: abroad })).rejects.toEqual(refused('unknown_reference'));
    await world.run(unassign, { userId });
    await expect(world.run(unassign, { userId })).rejects.toEqual(refused('not_found'));
  });

  it('who comes back is in none, and who left holds none up', async () => {
    const { world, stock } = await organised();
    const userId = await newMember(world);
    await world.run(assign, { userId, departmentId: stock });
    await asAdministrator('update identity.members set created_at = $2 where user_id = $1', [userId, '2026-04-01']);
    expect(await departmentsOf(world)).toEqual([null]);
    await world.run(assign, { userId, departmentId: stock }, { at: '2026-04-02T09:00:00.000Z' });
    expect(await departmentsOf(world)).toMatchObject([{ id: stock }]);
    await asAdministrator('delete from identity.members where user_id = $1', [userId]);
    await world.run(remove, { id: stock });
  });
});
