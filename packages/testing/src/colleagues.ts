import type { OwnedTable } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import { asAdministrator } from './database.ts';
import { newMember } from './members.ts';
import type { World } from './world.ts';

/** People around one of them: what a scope of a grant reaches is told by where they stand. */
export const places = ['me', 'mate', 'peer', 'below', 'farBelow', 'above', 'beside'] as const;
export type Place = (typeof places)[number];
export type Colleagues = Readonly<Record<Place, string>>;

type Departments = Readonly<Record<'top' | 'mine' | 'lower' | 'lowest' | 'other', string>>;

async function newDepartments(tenantId: string): Promise<Departments> {
  const [top, mine, lower, lowest, other] = Array.from({ length: 5 }, () => uuidv7()) as [string, string, string, string, string];
  const tree: [id: string, name: string, parent: string | null][] = [
    [top, 'Company', null],
    [mine, 'Sales', top],
    [lower, 'Sales north', mine],
    [lowest, 'Sales north-west', lower],
    [other, 'Purchasing', top],
  ];
  for (const row of tree)
    await asAdministrator('insert into departments (tenant_id, id, name, parent_id) values ($1, $2, $3, $4)', [tenantId, ...row]);
  return { top, mine, lower, lowest, other };
}

/**
 * Six people around `me`: a mate in one of my two teams who works in another department, a peer of my department, one of
 * the department beneath and one beneath that, one of the department above, and one beside it with whom I share nothing.
 */
export async function newColleagues(world: World): Promise<Colleagues> {
  const { tenantId } = world;
  const people = await Promise.all(places.map(async (place) => [place, await newMember(world)] as const));
  const colleagues = Object.fromEntries(people) as Colleagues;
  const { top, mine, lower, lowest, other } = await newDepartments(tenantId);
  const departments = { me: mine, mate: other, peer: mine, below: lower, farBelow: lowest, above: top, beside: other };
  for (const place of places)
    await asAdministrator('insert into department_members (tenant_id, user_id, department_id) values ($1, $2, $3)', [
      tenantId,
      colleagues[place],
      departments[place],
    ]);
  const teams: [name: string, ...members: Place[]][] = [
    ['Fair', 'me', 'mate'],
    ['Alone', 'me'],
    ['Others', 'peer', 'beside'],
  ];
  for (const [name, ...members] of teams) {
    const id = uuidv7();
    await asAdministrator('insert into teams (tenant_id, id, name) values ($1, $2, $3)', [tenantId, id, name]);
    for (const member of members)
      await asAdministrator('insert into team_members (tenant_id, team_id, user_id) values ($1, $2, $3)', [
        tenantId,
        id,
        colleagues[member],
      ]);
  }
  return colleagues;
}

/** Gives a record to somebody, whatever any role says. */
export async function giveTo(table: OwnedTable, id: string, ownerId: string | null): Promise<void> {
  await asAdministrator(`update ${table} set owner_id = $2 where id = $1`, [id, ownerId]);
}
