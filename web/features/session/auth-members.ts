'use client';
import { withProof } from '@/lib/step-up.ts';
import { workspaceOfTab } from '@/lib/workspace.ts';
import { auth } from './auth-call.ts';

export type Member = {
  id: string;
  userId: string;
  role: string;
  createdAt: string;
  user: { id: string; name: string; email: string };
};

export type Invitation = {
  id: string;
  email: string;
  role: string;
  status: 'pending' | 'accepted' | 'rejected' | 'canceled';
  inviterId: string;
  expiresAt: string;
  createdAt: string;
};

/** What someone who was invited is told of it. */
export type ReceivedInvitation = Pick<Invitation, 'id' | 'email' | 'role' | 'expiresAt'> & {
  organizationId: string;
  organizationName: string;
  inviterEmail: string;
};

const mostMembers = 1000;

export const membersKey = ['members'] as const;
export const invitationsKey = ['invitations'] as const;

/** Said each time, because the service would take the workspace of the session, where another tab may have gone. */
const here = () => ({ organizationId: workspaceOfTab() ?? '' });

export const listMembers = async (): Promise<Member[]> => {
  const query = new URLSearchParams({ ...here(), limit: String(mostMembers), sortBy: 'createdAt' });
  return (await auth<{ members: Member[] }>(`/organization/list-members?${query}`)).members;
};

/** Invitations that nobody has answered yet, the newest first. */
export async function listPendingInvitations(): Promise<Invitation[]> {
  const all = await auth<Invitation[]>(`/organization/list-invitations?${new URLSearchParams(here())}`);
  return all.filter(({ status }) => status === 'pending').sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

export const inviteMember = (email: string, role: string, resend = false) =>
  withProof(() => auth('/organization/invite-member', { ...here(), email, role, resend }));
export const revokeInvitation = (invitationId: string) =>
  withProof(() => auth('/organization/cancel-invitation', { invitationId }));
export const changeRole = (memberId: string, role: string) =>
  withProof(() => auth('/organization/update-member-role', { ...here(), memberId, role }));
export const removeMember = (memberId: string) =>
  withProof(() => auth('/organization/remove-member', { ...here(), memberIdOrEmail: memberId }));
export const leaveWorkspace = (organizationId: string) => withProof(() => auth('/organization/leave', { organizationId }));
export const renameWorkspace = (organizationId: string, name: string) =>
  withProof(() => auth('/organization/update', { organizationId, data: { name } }));

/** Makes another member an owner, then steps back to administrator: never a moment without an owner. */
export async function transferOwnership(toMemberId: string, ownMemberId: string): Promise<void> {
  await changeRole(toMemberId, 'owner');
  await changeRole(ownMemberId, 'admin');
}

export const readInvitation = (id: string) =>
  auth<ReceivedInvitation>(`/organization/get-invitation?id=${encodeURIComponent(id)}`);
/** Invitations that wait for oneself; none while one's address is not verified. */
export const listOwnInvitations = () =>
  auth<(Pick<Invitation, 'id' | 'status'> & { organizationName: string })[]>('/organization/list-user-invitations');
export const acceptInvitation = (invitationId: string) => auth('/organization/accept-invitation', { invitationId });
export const declineInvitation = (invitationId: string) => auth('/organization/reject-invitation', { invitationId });
