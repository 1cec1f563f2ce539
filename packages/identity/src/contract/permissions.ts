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
    scopable: z.boolean().meta({ description: 'Whether a role may hold it to the records of some people' }),
    maskable: z.array(z.string()).meta({ description: 'Fields that a role may hide' }),
  })
  .meta({ id: 'Permission' });

const reason = z.object({ role: z.string(), grant });

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
    hides: z.array(z.string()).meta({ description: 'Fields that stay hidden' }),
    roles: z.array(z.string()).meta({ description: 'All roles of the member' }),
    because: z.array(reason).meta({ description: 'Every grant that allows it, the widest first' }),
    without: z.array(reason).meta({ description: 'Grants that name it but count for nothing here: too narrow to be kept' }),
    explanation: z.string().meta({ description: 'All of this in a sentence' }),
  }),
  errors: ['not_found'],
});
