import { command, definedOnly, found, sameVersion } from '@atlas/platform';
import { updateTeam as route, teamUpdated } from '../contract/teams.ts';
import { lockTeam, saveTeam, type Team } from './teams.repository.ts';

export const updateTeam = command(route, async (tx, { id, version, ...changes }) => {
  const before = found(await lockTeam(tx, id), 'team');
  sameVersion(before.version, version);
  const after: Team = { ...before, ...definedOnly(changes), version: version + 1 };
  await saveTeam(tx, after);
  tx.record({ subjectId: id, before, after });
  tx.emit(teamUpdated, { teamId: id, name: after.name });
  return after;
});
