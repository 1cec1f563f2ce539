import { uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { createTeam as route, teamCreated } from '../contract/teams.ts';
import { insertTeam } from './teams.repository.ts';

export const createTeam = command(route, async (tx, { name }) => {
  const team = { id: uuidv7(), name, version: 1 };
  await insertTeam(tx, team);
  tx.emit(teamCreated, { teamId: team.id, name });
  return team;
});
