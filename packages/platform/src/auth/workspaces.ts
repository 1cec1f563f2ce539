import { organization } from 'better-auth/plugins/organization';
import { defaultRoles, memberAc } from 'better-auth/plugins/organization/access';
import type { PrismaClient } from '../db/generated/client.ts';
import { readyRoles } from '../policy/ready-roles.ts';
import type { AuthMails } from './auth-mails.ts';

/** A copy of a membership that is not true any more. */
export type ForgetMember = (organizationId: string, userId: string) => Promise<void>;

/** A membership may come with any ready role. What it does to memberships is Better Auth's: owners and administrators. */
const roles = { ...Object.fromEntries(readyRoles.map(({ code }) => [code, memberAc])), ...defaultRoles };

/** Workspaces are Better Auth's organizations: their members and invitations. */
export const workspaces = (forgetMember: ForgetMember, mails: AuthMails | null, members: PrismaClient['member']) =>
  organization({
    roles,
    ...(mails && {
      sendInvitationEmail: async ({ id, email, inviter, organization: { name } }) =>
        mails.invitation({ id, email, inviter: inviter.user.name, workspace: name }, inviter.user.email),
    }),
    organizationHooks: {
      // Afterwards nobody knows whose they were.
      beforeDeleteOrganization: async ({ organization: { id: organizationId } }) => {
        const all = await members.findMany({ where: { organizationId }, select: { userId: true } });
        await Promise.all(all.map(({ userId }) => forgetMember(organizationId, userId)));
      },
      afterUpdateMemberRole: async ({ member }) => forgetMember(member.organizationId, member.userId),
      afterRemoveMember: async ({ member }) => forgetMember(member.organizationId, member.userId),
    },
  });
