import type * as identity from '@atlas/identity/contract';
import type * as parties from '@atlas/parties/contract';
import { describe, expect, it } from 'vitest';
import { someoneWith } from '../actors.ts';
import { newColleagues, type Place } from '../colleagues.ts';
import { asAdministrator } from '../database.ts';
import { createParty, operationNamed } from '../operations.ts';
import { newShop, type Shop } from '../shop.ts';

const listParties = operationNamed<typeof parties.listParties>('parties.party.list');
const updateParty = operationNamed<typeof parties.updateParty>('parties.party.update');
const listTeams = operationNamed<typeof identity.listTeams>('identity.team.list');
const removeTeamMember = operationNamed<typeof identity.removeTeamMember>('identity.team.remove_member');
const unassignDepartment = operationNamed<typeof identity.unassignDepartment>('identity.department.unassign');

/** Somebody's only customer, and that they leave the workspace. */
async function leftBehind(place: Place) {
  const shop = await newShop();
  const people = await newColleagues(shop);
  const customer = await shop.run(createParty, { code: 'LEFT', name: 'Left Ltd', ownerId: people[place] });
  await asAdministrator('delete from identity.members where organization_id = $1 and user_id = $2', [
    shop.tenantId,
    people[place],
  ]);
  return { shop, people, customer };
}

async function reached(shop: Shop, me: string, scope: 'own' | 'team' | 'department'): Promise<string[]> {
  const { items } = await shop.run(listParties, {}, { actor: someoneWith(me, { permission: '*', scope }) });
  return items.map(({ code }) => code);
}

describe('the records of somebody who left', () => {
  it('stay with the team, which gives them to somebody else', async () => {
    const { shop, people, customer } = await leftBehind('mate');
    const actor = someoneWith(people.me, { permission: '*', scope: 'team' });
    expect(await reached(shop, people.me, 'own')).toEqual([]);
    expect(await reached(shop, people.me, 'team')).toEqual(['LEFT']);
    const { id, version } = customer;
    expect((await shop.run(updateParty, { id, version, note: 'Goes on' }, { actor })).ownerId).toBe(people.mate);
    await shop.run(updateParty, { id, version: version + 1, ownerId: people.me }, { actor });
    expect(await reached(shop, people.me, 'own')).toEqual(['LEFT']);
  });

  it('leave the team with them once they are taken out of it', async () => {
    const { shop, people } = await leftBehind('mate');
    const { items } = await shop.run(listTeams, {});
    const fair = items.find(({ name }) => name === 'Fair');
    await shop.run(removeTeamMember, { id: fair?.id, userId: people.mate });
    expect(await reached(shop, people.me, 'team')).toEqual([]);
  });

  it('stay with the department until they are taken out of it', async () => {
    const { shop, people } = await leftBehind('below');
    expect(await reached(shop, people.me, 'department')).toEqual(['LEFT']);
    await shop.run(unassignDepartment, { userId: people.below });
    expect(await reached(shop, people.me, 'department')).toEqual([]);
  });

  it('reach nobody else for it', async () => {
    const { shop, people } = await leftBehind('mate');
    expect(await reached(shop, people.beside, 'team')).toEqual([]);
    expect(await reached(shop, people.beside, 'department')).toEqual(['LEFT']);
    expect(await reached(shop, people.peer, 'department')).toEqual([]);
  });
});
