import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant } = schemas;
const about = z.object({ workspaceId: id });

export const workspaceProvisioned = event({
  name: 'administration.workspace.provisioned',
  summary: 'A workspace was created and its owner invited',
  payload: about.extend({ invitationId: id }),
});
export const workspaceSuspended = event({
  name: 'administration.workspace.suspended',
  summary: 'A workspace was suspended',
  payload: about,
});
export const workspaceResumed = event({
  name: 'administration.workspace.resumed',
  summary: 'A workspace was resumed',
  payload: about,
});
export const workspaceChanged = event({
  name: 'administration.workspace.changed',
  summary: 'Plan, limits, trial or features of a workspace were set',
  payload: about,
});
export const impersonationStarted = event({
  name: 'administration.impersonation.started',
  summary: 'An administrator acts as a member of a workspace for a while',
  payload: about.extend({ impersonationId: id, userId: id, administratorId: id, until: instant }),
});
