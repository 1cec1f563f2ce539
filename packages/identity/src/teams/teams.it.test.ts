import { uuidv7 } from '@atlas/kernel';
import { asAdministrator, newMember, newWorld, operationNamed, type World } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import type * as contract from '../contract/index.ts';

const createTeam = operationNamed<typeof contract.createTeam>('identity.team.create');
const updateTeam = operationNamed<typeof contract.updateTeam>('identity.team.update');
const deleteTeam = operationNamed<typeof contract.deleteTeam>('identity.team.delete');
const getTeam = operationNamed<typeof contract.getTeam>('identity.team.get');
const listTeams = operationNamed<typeof contract.listTeams>('identity.team.list');
const add = operationNamed<typeof contract.addTeamMember>('identity.team.add_member');
const remove = operationNamed<typeof contract.removeTeamMember>('identity.team.remove_member');
const listMembers = operationNamed<typeof contract.listMembers>('identity.member.list');

const refused = (code: string) => expect.objectContaining({ code });

/** A workspace with a team of one. */
async function teamed(): Promise<{ world: World; userId: string; id: string }> {
  const world = await newWorld();
  const [{ id }, userId] = await Promise.all([world.run(createTeam, { name: 'Fairs' }), newMember(world)]);
  await world.run(add, { id, userId });
  return { world, userId, id };
}

const comesBack = (userId: string) =>
  asAdministrator('update identity.members set created_at = $2 where user_id = $1', [userId, '2026-04-01']);

describe('a team', () => {
  it('tells who is in it, as the list of members tells of each their teams', async () => {
    const { world, userId, id } = await teamed();
    const { id: other } = await world.run(createTeam, { name: 'Account team' });
    await world.run(add, { id: other, userId });
    expect(await world.run(getTeam, { id })).toMatchObject({ name: 'Fairs', members: [{ userId, name: 'Grace' }] });
    expect((await world.run(listTeams, {})).items).toMatchObject([
      { name: 'Account team', memberCount: 1 },
      { name: 'Fairs', memberCount: 1 },
    ]);
    expect((await world.run(listMembers, {})).items).toMatchObject([
      { userId, teams: [{ id: other, name: 'Account team' }, { id }], department: null },
    ]);
    await world.run(remove, { id, userId });
    await expect(world.run(remove, { id, userId })).rejects.toEqual(refused('not_found'));
    expect(await world.run(getTeam, { id })).toMatchObject({ members: [] });
  });

  it('takes members of the workspace only, and each once', async () => {
    const { world, userId, id } = await teamed();
    await expect(world.run(add, { id, userId })).rejects.toEqual(refused('duplicate'));
    await expect(world.run(add, { id, userId: uuidv7() })).rejects.toEqual(refused('not_found'));
    await expect(world.run(add, { id, userId: await newMember(await newWorld()) })).rejects.toEqual(refused('not_found'));
    await expect(world.run(add, { id: uuidv7(), userId })).rejects.toEqual(refused('not_found'));
  });

  it('is without who left, and without who came back until they are put into it again', async () => {
    const { world, userId, id } = await teamed();
    await comesBack(userId);
    expect(await world.run(getTeam, { id })).toMatchObject({ members: [] });
    expect((await world.run(listTeams, {})).items).toMatchObject([{ memberCount: 0 }]);
    expect((await world.run(listMembers, {})).items).toMatchObject([{ teams: [] }]);
    await world.run(add, { id, userId }, { at: '2026-04-02T09:00:00.000Z' });
    expect(await world.run(getTeam, { id })).toMatchObject({ members: [{ userId }] });
    await asAdministrator('delete from identity.members where user_id = $1', [userId]);
    expect(await world.run(getTeam, { id })).toMatchObject({ members: [] });
  });

  it('is renamed to no name that is taken, and not over the change of somebody else', async () => {
    const { world, id } = await teamed();
    await world.run(createTeam, { name: 'Returns' });
    await expect(world.run(updateTeam, { id, version: 1, name: 'Returns' })).rejects.toEqual(refused('duplicate'));
    expect(await world.run(updateTeam, { id, version: 1, name: 'Exhibitions' })).toMatchObject({ version: 2 });
    await expect(world.run(updateTeam, { id, version: 1, name: 'Late' })).rejects.toEqual(refused('version_conflict'));
  });

  it('takes its people with it when it is deleted, who stay in the workspace', async () => {
    const { world, userId, id } = await teamed();
    await world.run(deleteTeam, { id });
    await expect(world.run(getTeam, { id })).rejects.toEqual(refused('not_found'));
    expect((await world.run(listMembers, {})).items).toMatchObject([{ userId, teams: [] }]);
  });

  it('of another tenant does not exist, whoever is in both', async () => {
    const [here, there] = await Promise.all([teamed(), teamed()]);
    await newMember(there.world, 'member', here.userId);
    for (const run of [
      () => there.world.run(getTeam, { id: here.id }),
      () => there.world.run(updateTeam, { id: here.id, version: 1, name: 'Taken' }),
      () => there.world.run(deleteTeam, { id: here.id }),
      () => there.world.run(add, { id: here.id, userId: there.userId }),
      () => there.world.run(remove, { id: here.id, userId: here.userId }),
    ])
      await expect(run()).rejects.toEqual(refused('not_found'));
    const [, both] = (await there.world.run(listMembers, {})).items;
    expect(both).toMatchObject({ userId: here.userId, teams: [] });
    expect(await here.world.run(getTeam, { id: here.id })).toMatchObject({ members: [{ userId: here.userId }] });
  });
});
