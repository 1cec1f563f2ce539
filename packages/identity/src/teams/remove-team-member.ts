import { AtlasError } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { removeTeamMember as route, teamMemberRemoved } from '../contract/teams.ts';
import { removeMember } from './teams.repository.ts';

export const removeTeamMember = command(route, async (tx, { id: teamId, userId }) => {
  if (!(await removeMember(tx, teamId, userId))) throw new AtlasError('not_found', 'This person is not in this team.');
  tx.record({ subjectId: userId, before: { teamId, userId } });
  tx.emit(teamMemberRemoved, { teamId, userId });
  return { teamId, userId };
});
