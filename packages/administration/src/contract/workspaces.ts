import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, line } = schemas;

export const plan = z.enum(['free', 'standard', 'unlimited']).meta({ id: 'Plan' });

export const workspaceState = z
  .enum(['active', 'trial', 'trial_ended', 'suspended'])
  .meta({ id: 'WorkspaceState', description: 'A trial that has ended leaves reading; a suspended workspace nothing' });

const owner = z.object({ userId: id, name: z.string(), email: z.string() });

export const workspaceSummary = z
  .object({
    id,
    name: z.string(),
    slug: z.string(),
    plan,
    state: workspaceState,
    trialEndsAt: instant.nullable(),
    suspendedAt: instant.nullable(),
    suspendedReason: z.string().nullable(),
    memberCount: z.int(),
    owner: owner.nullable().meta({ description: 'Who has owned it for longest; null until the first owner has accepted' }),
    createdAt: instant,
  })
  .meta({ id: 'WorkspaceSummary' });

export const limits = z
  .object({
    members: z.int().min(1).max(100_000).nullable().meta({ description: 'Seats; null: no limit' }),
    rateFactor: z.number().min(0.1).max(100).nullable().meta({ description: 'Multiplies the rate of the plan; null: 1' }),
  })
  .meta({ id: 'WorkspaceLimits' });

export const feature = z
  .object({
    code: z.string(),
    description: z.string(),
    enabled: z.boolean(),
    byDefault: z.boolean().meta({ description: 'What holds where nobody has set it' }),
  })
  .meta({ id: 'Feature' });

export const workspace = workspaceSummary
  .extend({
    limits,
    features: z.array(feature),
    invitedOwner: z.string().nullable().meta({ description: 'Address of an owner who was invited and has not answered' }),
  })
  .meta({ id: 'Workspace' });

export const listWorkspaces = route({
  name: 'administration.workspace.list',
  method: 'GET',
  path: '/administration/workspaces',
  summary: 'List the workspaces of all customers',
  input: pageInput.extend({
    q: line(100).optional().meta({ description: 'Part of the name' }),
    state: workspaceState.optional(),
    plan: plan.optional(),
    sort: z.enum(['name', '-name', 'createdAt', '-createdAt']).default('-createdAt'),
  }),
  output: page(workspaceSummary),
  errors: ['invalid_cursor'],
  house: true,
});

export const getWorkspace = route({
  name: 'administration.workspace.get',
  method: 'GET',
  path: '/administration/workspaces/{id}',
  summary: 'Read what a workspace may and how it stands',
  input: z.object({ id }),
  output: workspace,
  errors: ['not_found'],
  house: true,
});

export const workspaceMember = z
  .object({
    userId: id,
    name: z.string(),
    email: z.string(),
    role: z.string(),
    administrator: z.boolean().meta({ description: 'Nobody acts as an administrator' }),
    joinedAt: instant,
  })
  .meta({ id: 'WorkspaceMember' });

export const listWorkspaceMembers = route({
  name: 'administration.member.list',
  method: 'GET',
  path: '/administration/workspaces/{workspaceId}/members',
  summary: 'List the members of a workspace, in the order in which they joined',
  input: pageInput.extend({ workspaceId: id }),
  output: page(workspaceMember),
  errors: ['invalid_cursor', 'not_found'],
  house: true,
});
