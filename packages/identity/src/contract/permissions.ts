import { route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { grant, scope } from './roles.ts';

const { amount, id, line } = schemas;

export const permission = z
  .object({
    name: z.string().meta({ description: 'Name of the operation' }),
    module: z.string(),
    kind: z.enum(['query', 'command']),
    summary: z.string(),
    limitable: z.boolean().meta({ description: 'Whether a role may limit its amount' }),
  })
  .meta({ id: 'Permission' });

export const listPermissions = route({
  name: 'identity.permission.list',
  method: 'GET',
  path: '/permissions',
  summary: 'List everything that someone may be allowed',
  input: z.object({}),
  output: z.object({ items: z.array(permission) }),
  errors: [],
});

export const explainPermission = route({
  name: 'identity.permission.explain',
  method: 'GET',
  path: '/permissions/{permission}/explanation',
  summary: 'Say whether a member may do something, and why',
  input: z.object({
    permission: line(120),
    userId: id.optional().meta({ description: 'Left out, yourself' }),
  }),
  output: z.object({
    userId: id,
    permission: z.string(),
    known: z.boolean().meta({ description: 'Whether there is such an operation: what nobody knows is refused' }),
    allowed: z.boolean(),
    scope: scope.nullable(),
    maxAmount: amount.nullable(),
    roles: z.array(z.string()).meta({ description: 'All roles of the member' }),
    because: z.array(z.object({ role: z.string(), grant })).meta({ description: 'Every grant that allows it, the widest first' }),
  }),
  errors: ['not_found'],
});
