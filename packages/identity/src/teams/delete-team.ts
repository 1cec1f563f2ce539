import { command, found } from '@atlas/platform';
import { deleteTeam as route, teamDeleted } from '../contract/teams.ts';
import { everyoneIn, lockTeam, removeTeam } from './teams.repository.ts';

export const deleteTeam = command(route, async (tx, { id }) => {
  const team = found(await lockTeam(tx, id), 'team');
  const placements = await everyoneIn(tx, id);
  await removeTeam(tx, id);
  tx.record({ subjectId: id, before: { ...team, userIds: placements.map(({ userId }) => userId) }, after: null });
  tx.emit(teamDeleted, { teamId: id, name: team.name });
  return { id };
});
