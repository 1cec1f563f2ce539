import { organization } from 'better-auth/plugins/organization';
import type { AuthMails } from './auth-mails.ts';

/** A copy of a membership that is not true any more. */
export type ForgetMember = (organizationId: string, userId: string) => Promise<void>;

/** Workspaces are Better Auth's organizations: their members, invitations and teams. */
export const workspaces = (forgetMember: ForgetMember, mails: AuthMails | null) =>
  organization({
    ...(mails && {
      sendInvitationEmail: async ({ id, email, inviter, organization: { name } }) =>
        mails.invitation({ id, email, inviter: inviter.user.name, workspace: name }, inviter.user.email),
    }),
    organizationHooks: {
      afterUpdateMemberRole: async ({ member }) => forgetMember(member.organizationId, member.userId),
      afterRemoveMember: async ({ member }) => forgetMember(member.organizationId, member.userId),
    },
  });
