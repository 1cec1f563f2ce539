import { found, query } from '@atlas/platform';
import { getTeam as route } from '../contract/teams.ts';
import { currentOf } from '../members/current-people.ts';
import { everyoneIn, loadTeam } from './teams.repository.ts';

export const getTeam = query(route, async (tx, { id }) => {
  const [team, placements] = await Promise.all([loadTeam(tx, id), everyoneIn(tx, id)]);
  const current = await currentOf(tx, placements);
  const members = current.map(({ userId, assignedAt, person: { name, email } }) => ({ userId, name, email, assignedAt }));
  return { ...found(team, 'team'), members: members.sort((a, b) => a.name.localeCompare(b.name)) };
});
