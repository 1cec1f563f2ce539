import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, line } = schemas;

export const member = z
  .object({
    userId: id,
    name: z.string(),
    email: z.string(),
    membership: z.array(z.string()).meta({ description: 'Ready roles that come with the membership' }),
    assigned: z.array(z.object({ code: z.string(), name: z.string() })).meta({ description: 'Roles that were assigned besides' }),
    teams: z.array(z.object({ id, name: z.string() })),
    department: z.object({ id, name: z.string() }).nullable(),
    joinedAt: instant,
  })
  .meta({ id: 'Member' });

export const listMembers = route({
  name: 'identity.member.list',
  method: 'GET',
  path: '/members',
  summary: 'List the members of the workspace with their roles, teams and department, in the order in which they joined',
  input: pageInput.extend({
    ids: line(7400)
      .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/)
      .optional()
      .meta({ description: 'Only these users, separated by commas, as far as they are members; all at once, without pages' }),
  }),
  output: page(member),
  errors: ['invalid_cursor'],
});
