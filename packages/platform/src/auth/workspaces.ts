import { organization } from 'better-auth/plugins/organization';

/** A copy of a membership that is not true any more. */
export type ForgetMember = (organizationId: string, userId: string) => Promise<void>;

/** Workspaces are Better Auth's organizations: their members, invitations and teams. */
export const workspaces = (forgetMember: ForgetMember) =>
  organization({
    organizationHooks: {
      afterUpdateMemberRole: async ({ member }) => forgetMember(member.organizationId, member.userId),
      afterRemoveMember: async ({ member }) => forgetMember(member.organizationId, member.userId),
    },
  });
