import { route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { limits, plan, workspace } from './workspaces.ts';

const { id, instant, line } = schemas;

const reason = line(500).meta({ description: 'Why; the workspace is told' });

export const provisionWorkspace = route({
  name: 'administration.workspace.provision',
  method: 'POST',
  path: '/administration/workspaces',
  summary: 'Create a workspace and invite its owner by mail',
  input: z.object({
    name: line(100),
    ownerEmail: z
      .email()
      .max(254)
      .transform((address) => address.toLowerCase()),
    plan: plan.default('standard'),
    trialEndsAt: instant.nullable().default(null).meta({ description: 'null: no trial' }),
    limits: limits.default({ members: null, rateFactor: null }),
  }),
  output: workspace,
  errors: [],
  status: 201,
  fresh: true,
  house: true,
});

export const suspendWorkspace = route({
  name: 'administration.workspace.suspend',
  method: 'POST',
  path: '/administration/workspaces/{id}/suspend',
  summary: 'Keep everybody out of a workspace, whose data stay as they are',
  input: z.object({ id, reason }),
  output: workspace,
  errors: ['not_found', 'administration.already_suspended'],
  fresh: true,
  house: true,
});

export const resumeWorkspace = route({
  name: 'administration.workspace.resume',
  method: 'POST',
  path: '/administration/workspaces/{id}/resume',
  summary: 'Let people into a workspace that was suspended',
  input: z.object({ id }),
  output: workspace,
  errors: ['not_found', 'administration.not_suspended'],
  fresh: true,
  house: true,
});

export const setWorkspacePlan = route({
  name: 'administration.workspace.set_plan',
  method: 'PUT',
  path: '/administration/workspaces/{id}/plan',
  summary: 'Give a workspace a plan',
  input: z.object({ id, plan }),
  output: workspace,
  errors: ['not_found'],
  fresh: true,
  house: true,
});

export const setWorkspaceLimits = route({
  name: 'administration.workspace.set_limits',
  method: 'PUT',
  path: '/administration/workspaces/{id}/limits',
  summary: 'Set what a workspace may have besides its plan',
  input: z.object({ id, ...limits.shape }),
  output: workspace,
  errors: ['not_found'],
  fresh: true,
  house: true,
});

export const setWorkspaceTrial = route({
  name: 'administration.workspace.set_trial',
  method: 'PUT',
  path: '/administration/workspaces/{id}/trial',
  summary: 'Set when the trial of a workspace ends, or that it is none',
  input: z.object({ id, trialEndsAt: instant.nullable() }),
  output: workspace,
  errors: ['not_found'],
  fresh: true,
  house: true,
});

export const setWorkspaceFeature = route({
  name: 'administration.workspace.set_feature',
  method: 'PUT',
  path: '/administration/workspaces/{id}/features/{code}',
  summary: 'Switch a feature on or off for a workspace',
  input: z.object({
    id,
    code: z.string().max(40),
    enabled: z.boolean().nullable().meta({ description: 'null: as by default' }),
  }),
  output: workspace,
  errors: ['not_found'],
  fresh: true,
  house: true,
});
