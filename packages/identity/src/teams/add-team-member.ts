import { command, found, peopleOf } from '@atlas/platform';
import { addTeamMember as route, teamMemberAdded } from '../contract/teams.ts';
import { insertMember, lockTeam, removeOutlivedFromTeams } from './teams.repository.ts';

export const addTeamMember = command(route, async (tx, { id: teamId, userId }) => {
  const [person, team] = await Promise.all([peopleOf(tx).member(userId), lockTeam(tx, teamId)]);
  found(team, 'team');
  const { joinedAt } = found(person, 'member');
  await Promise.all([removeOutlivedFromTeams(tx, userId, joinedAt), insertMember(tx, teamId, userId)]);
  const after = { teamId, userId, assignedAt: tx.ctx.now };
  tx.record({ subjectId: userId, after });
  tx.emit(teamMemberAdded, { teamId, userId });
  return after;
});
