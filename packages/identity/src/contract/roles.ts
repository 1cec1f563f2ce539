import { route, schemas } from '@atlas/contract';
import { isPermissionPattern, scopes } from '@atlas/kernel';
import { z } from 'zod';

const { amount, id, line, paragraph, version } = schemas;

export const roleCode = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{1,39}$/, 'lower case letters, digits, - and _, 2 to 40 of them')
  .meta({ description: 'Unique in the workspace', examples: ['sales-clerk'] });

export const scope = z.enum(scopes).meta({ id: 'Scope', description: 'Whose records a grant reaches' });

export const grant = z
  .object({
    permission: z
      .string()
      .max(120)
      .refine(isPermissionPattern, 'write *, module.*, module.aggregate.* or module.aggregate.verb')
      .meta({ examples: ['sales.invoice.*'] }),
    scope: scope.default('all'),
    maxAmount: amount
      .refine((text) => !text.startsWith('-'), 'must not be negative')
      .optional()
      .meta({ description: 'The most that one document may be worth, in the currency of the books; left out, no limit' }),
    hides: z
      .array(z.string().max(40))
      .max(20)
      .optional()
      .meta({ description: 'Fields that stay hidden in answers, by their names', examples: [['email', 'note']] }),
  })
  .meta({ id: 'Grant' });

const roleFields = {
  code: roleCode,
  name: line(80),
  description: paragraph(500).nullable().default(null),
  grants: z.array(grant).max(300),
};

export const role = z
  .object({ id, code: z.string(), name: z.string(), description: z.string().nullable(), grants: z.array(grant), version })
  .meta({ id: 'Role' });

export const roleSummary = z
  .object({
    id: id.nullable().meta({ description: 'null: a ready role, which nobody changes' }),
    code: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    ready: z.boolean(),
    grants: z.array(grant),
    assignedCount: z.int().meta({ description: 'How often it was assigned; memberships are not counted' }),
  })
  .meta({ id: 'RoleSummary' });

const grantErrors = [
  'identity.unknown_permission',
  'identity.scope_not_enforceable',
  'identity.limit_not_enforceable',
  'identity.mask_not_enforceable',
  'identity.more_than_own',
] as const;

export const listRoles = route({
  name: 'identity.role.list',
  method: 'GET',
  path: '/roles',
  summary: 'List the ready roles and those of the workspace',
  input: z.object({}),
  output: z.object({ items: z.array(roleSummary) }),
  errors: [],
});

export const getRole = route({
  name: 'identity.role.get',
  method: 'GET',
  path: '/roles/{id}',
  summary: "Read a role of the workspace's own making",
  input: z.object({ id }),
  output: role,
  errors: ['not_found'],
});

export const createRole = route({
  name: 'identity.role.create',
  method: 'POST',
  path: '/roles',
  summary: 'Create a role, of nothing that you may not do yourself',
  input: z.object(roleFields),
  output: role,
  errors: ['duplicate', 'identity.reserved_role', ...grantErrors],
  status: 201,
});

export const updateRole = route({
  name: 'identity.role.update',
  method: 'PATCH',
  path: '/roles/{id}',
  summary: 'Change a role; whoever has it is held to it from then on',
  input: z.object({
    id,
    version,
    name: roleFields.name.optional(),
    description: paragraph(500).nullable().optional(),
    grants: roleFields.grants.optional(),
  }),
  output: role,
  errors: ['not_found', 'version_conflict', ...grantErrors],
  fresh: true,
});

export const deleteRole = route({
  name: 'identity.role.delete',
  method: 'DELETE',
  path: '/roles/{id}',
  summary: 'Delete a role that nobody has',
  input: z.object({ id }),
  output: z.object({ id }),
  errors: ['not_found', 'identity.role_assigned', 'still_referenced'],
});
