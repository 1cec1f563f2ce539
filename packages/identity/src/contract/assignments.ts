import { route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { roleCode } from './roles.ts';

const { id, instant } = schemas;

export const assignRole = route({
  name: 'identity.role.assign',
  method: 'POST',
  path: '/role-assignments',
  summary: 'Give a member a role besides that of the membership: one of the workspace or a ready one',
  input: z.object({ userId: id, role: roleCode }),
  output: z.object({ id, userId: id, role: z.string(), assignedAt: instant }),
  errors: [
    'not_found',
    'duplicate',
    'unknown_reference',
    'identity.unknown_role',
    'identity.more_than_own',
    'identity.owner_untouchable',
  ],
  status: 201,
  fresh: true,
});

export const unassignRole = route({
  name: 'identity.role.unassign',
  method: 'DELETE',
  path: '/role-assignments/{userId}/{role}',
  summary: 'Take an assigned role from a person',
  input: z.object({ userId: id, role: roleCode }),
  output: z.object({ userId: id, role: z.string() }),
  errors: ['not_found'],
});
