import { z } from 'zod';
import { event } from './event.ts';
import { id, instant } from './schemas.ts';

/** How the audit trail calls what people do to a workspace where Better Auth answers: no operation, so no permission either. */
export const workspaceActions = [
  'identity.member.invite',
  'identity.member.join',
  'identity.member.change_role',
  'identity.member.remove',
  'identity.member.leave',
  'identity.invitation.resend',
  'identity.invitation.accept',
  'identity.invitation.decline',
  'identity.invitation.cancel',
  'identity.workspace.update',
  'identity.workspace.restrict_invitations',
  'identity.workspace.delete',
  'identity.domain.add',
  'identity.domain.remove',
  'administration.impersonation.stop',
] as const;

/** One of them. */
export type WorkspaceAction = (typeof workspaceActions)[number];

/** The events of it. Addresses stand in the audit trail only. */
const about = z.object({ workspaceId: id });
const person = about.extend({ userId: id });

export const invitationUpdated = event({
  name: 'identity.invitation.updated',
  summary: 'Somebody was invited, or an invitation was sent again, accepted, declined or cancelled',
  payload: about.extend({ invitationId: id, status: z.string() }),
});
export const memberJoined = event({
  name: 'identity.member.joined',
  summary: 'A person became a member',
  payload: person.extend({ role: z.string() }),
});
export const memberUpdated = event({
  name: 'identity.member.updated',
  summary: 'The role of a membership was changed',
  payload: person.extend({ role: z.string() }),
});
export const memberRemoved = event({
  name: 'identity.member.removed',
  summary: 'A person was removed or left',
  payload: person,
});
export const workspaceUpdated = event({
  name: 'identity.workspace.updated',
  summary: 'The name of a workspace, or to whom it is open, was changed',
  payload: about,
});
export const workspaceDeleted = event({ name: 'identity.workspace.deleted', summary: 'A workspace was deleted', payload: about });
export const impersonationStopped = event({
  name: 'administration.impersonation.stopped',
  summary: 'An administrator acts as a member no more',
  payload: person.extend({ impersonationId: id, administratorId: id, until: instant }),
});
