import { event, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, line, version } = schemas;

const name = line(80).meta({ description: 'Unique in the workspace' });

export const team = z.object({ id, name, version }).meta({ id: 'Team', description: 'People who work together' });

export const teamSummary = team
  .extend({ memberCount: z.int().meta({ description: 'Who is in the workspace still' }) })
  .meta({ id: 'TeamSummary' });

export const teamMember = z.object({ userId: id, name: z.string(), email: z.string(), assignedAt: instant }).meta({
  id: 'TeamMember',
});

export const teamDetail = team.extend({ members: z.array(teamMember) }).meta({ id: 'TeamDetail' });

export const listTeams = route({
  name: 'identity.team.list',
  method: 'GET',
  path: '/teams',
  summary: 'List the teams of the workspace by name',
  input: z.object({}),
  output: z.object({ items: z.array(teamSummary) }),
  errors: [],
});

export const getTeam = route({
  name: 'identity.team.get',
  method: 'GET',
  path: '/teams/{id}',
  summary: 'Read a team and who is in it',
  input: z.object({ id }),
  output: teamDetail,
  errors: ['not_found'],
});

export const createTeam = route({
  name: 'identity.team.create',
  method: 'POST',
  path: '/teams',
  summary: 'Create a team',
  input: z.object({ name }),
  output: team,
  errors: ['duplicate'],
  status: 201,
});

export const updateTeam = route({
  name: 'identity.team.update',
  method: 'PATCH',
  path: '/teams/{id}',
  summary: 'Rename a team',
  input: z.object({ id, version, name: name.optional() }),
  output: team,
  errors: ['not_found', 'version_conflict', 'duplicate'],
});

export const deleteTeam = route({
  name: 'identity.team.delete',
  method: 'DELETE',
  path: '/teams/{id}',
  summary: 'Delete a team; nobody is in it any more',
  input: z.object({ id }),
  output: z.object({ id }),
  errors: ['not_found'],
});

export const addTeamMember = route({
  name: 'identity.team.add_member',
  method: 'POST',
  path: '/teams/{id}/members',
  summary: 'Put a member of the workspace into a team',
  input: z.object({ id, userId: id }),
  output: z.object({ teamId: id, userId: id, assignedAt: instant }),
  errors: ['not_found', 'duplicate'],
  status: 201,
});

export const removeTeamMember = route({
  name: 'identity.team.remove_member',
  method: 'DELETE',
  path: '/teams/{id}/members/{userId}',
  summary: 'Take a person out of a team',
  input: z.object({ id, userId: id }),
  output: z.object({ teamId: id, userId: id }),
  errors: ['not_found'],
});

const about = z.object({ teamId: id, name: z.string() });
const placed = z.object({ teamId: id, userId: id });

export const teamCreated = event({ name: 'identity.team.created', summary: 'A team was created', payload: about });
export const teamUpdated = event({ name: 'identity.team.updated', summary: 'A team was renamed', payload: about });
export const teamDeleted = event({ name: 'identity.team.deleted', summary: 'A team was deleted', payload: about });
export const teamMemberAdded = event({
  name: 'identity.team.member_added',
  summary: 'A person was put into a team',
  payload: placed,
});
export const teamMemberRemoved = event({
  name: 'identity.team.member_removed',
  summary: 'A person was taken out of a team',
  payload: placed,
});
