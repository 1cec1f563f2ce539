import { query } from '@atlas/platform';
import { listTeams as route } from '../contract/teams.ts';
import { currentOf } from '../members/current-people.ts';
import { allTeams, everyoneInTeams } from './teams.repository.ts';

export const listTeams = query(route, async (tx) => {
  const [teams, placements] = await Promise.all([allTeams(tx), everyoneInTeams(tx)]);
  const counts = new Map<string, number>();
  for (const { teamId } of await currentOf(tx, placements)) counts.set(teamId, (counts.get(teamId) ?? 0) + 1);
  return { items: teams.map((team) => ({ ...team, memberCount: counts.get(team.id) ?? 0 })) };
});
