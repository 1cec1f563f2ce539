import { workspaceEvents } from '@atlas/contract';
import type { Fact } from './trail.ts';

const { invitationUpdated, memberJoined, memberRemoved, memberUpdated, workspaceDeleted, workspaceUpdated } = workspaceEvents;

export type Invitation = {
  readonly id: string;
  readonly organizationId: string;
  readonly email: string;
  readonly role?: string | null;
  readonly status: string;
  readonly expiresAt: Date;
};
export type Member = { readonly organizationId: string; readonly userId: string; readonly role: string };
export type Organization = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly logo?: string | null;
};

const tellOfInvitation =
  ({ id, organizationId: workspaceId, status }: Invitation): Fact['tell'] =>
  (tx) =>
    tx.emit(invitationUpdated, { workspaceId, invitationId: id, status });

/** An invitation was sent: for the first time, or again. */
export function invited(now: Invitation, was: Invitation | null): Fact {
  const { id, organizationId: workspaceId, email, role, expiresAt } = now;
  const action = was ? 'identity.invitation.resend' : 'identity.member.invite';
  const before = was && { expiresAt: was.expiresAt };
  return { workspaceId, action, subjectId: id, before, after: { email, role, expiresAt }, tell: tellOfInvitation(now) };
}

/** An invitation came to its end. Null when it had ended in the same way already. */
export function invitationEnded(action: Fact['action'], now: Invitation, was: Invitation | null): Fact | null {
  const { id, organizationId: workspaceId, email, role, status } = now;
  if (was?.status === status) return null;
  const before = was && { status: was.status };
  return { workspaceId, action, subjectId: id, before, after: { email, role, status }, tell: tellOfInvitation(now) };
}

/** The fact that somebody became a member by an invitation tells of both. */
export const accepted = (fact: Fact, { organizationId: workspaceId, userId, role }: Member): Fact => ({
  ...fact,
  tell: (tx) => [fact.tell(tx), tx.emit(memberJoined, { workspaceId, userId, role })],
});

/** Somebody joined by the domain of their address. */
export const joined = ({ organizationId: workspaceId, userId, role }: Member, email: string, domain: string): Fact => ({
  workspaceId,
  action: 'identity.member.join',
  subjectId: userId,
  after: { email, role, domain },
  tell: (tx) => tx.emit(memberJoined, { workspaceId, userId, role }),
});

/** A membership has another role. Null when it had that one already. */
export function roleChanged(now: Member, was: Member, email: string): Fact | null {
  const { organizationId: workspaceId, userId, role } = now;
  if (was.role === role) return null;
  const tell: Fact['tell'] = (tx) => tx.emit(memberUpdated, { workspaceId, userId, role });
  const action = 'identity.member.change_role';
  return { workspaceId, action, subjectId: userId, before: { role: was.role }, after: { email, role }, tell };
}

/** Somebody is no member any more: removed, or by themselves. */
export const gone = (
  action: Fact['action'],
  { organizationId: workspaceId, userId, role }: Member,
  email: string | null,
): Fact => ({
  workspaceId,
  action,
  subjectId: userId,
  before: { email, role },
  tell: (tx) => tx.emit(memberRemoved, { workspaceId, userId }),
});

const named = ({ name, slug, logo }: Organization) => ({ name, slug, logo });

/** The workspace has another name. */
export const renamed = (now: Organization, was: Organization): Fact => ({
  workspaceId: now.id,
  action: 'identity.workspace.update',
  subjectId: now.id,
  before: named(was),
  after: named(now),
  tell: (tx) => tx.emit(workspaceUpdated, { workspaceId: now.id }),
});

/** The workspace is gone. Its trail stays. */
export const deleted = (was: Organization): Fact => ({
  workspaceId: was.id,
  action: 'identity.workspace.delete',
  subjectId: was.id,
  before: named(was),
  tell: (tx) => tx.emit(workspaceDeleted, { workspaceId: was.id }),
});

/** Another door of the workspace is open or closed. */
export const doorChanged = (workspaceId: string, action: Fact['action'], before: object | null, after: object | null): Fact => ({
  workspaceId,
  action,
  subjectId: workspaceId,
  before,
  after,
  tell: (tx) => tx.emit(workspaceUpdated, { workspaceId }),
});
