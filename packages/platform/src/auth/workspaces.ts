import { organization } from 'better-auth/plugins/organization';
import { defaultRoles, memberAc } from 'better-auth/plugins/organization/access';
import { readyRoles } from '../policy/ready-roles.ts';
import type { AuthMails } from './auth-mails.ts';
import { requireAllowedDomain } from './invited-domain.ts';
import { type DomainTables, workspaceRules } from './workspace-rules.ts';

/** A copy of a membership that is not true any more. */
export type ForgetMember = (organizationId: string, userId: string) => Promise<void>;

/** A membership may come with any ready role. What it does to memberships is Better Auth's: owners and administrators. */
const roles = { ...Object.fromEntries(readyRoles.map(({ code }) => [code, memberAc])), ...defaultRoles };

export type WorkspaceOptions = DomainTables & {
  readonly forgetMember: ForgetMember;
  readonly mails: AuthMails | null;
  /** How long a new workspace is tried out; 0: it is no trial. */
  readonly trialDays: number;
};

const dayMs = 24 * 60 * 60_000;

/** Workspaces are Better Auth's organizations: their members and invitations. */
export function workspaces({ forgetMember, mails, trialDays, ...tables }: WorkspaceOptions) {
  const { members, organizations } = tables;
  const rules = workspaceRules(tables);
  return organization({
    roles,
    membershipLimit: (_user, { id }) => rules.seatsOf(id),
    ...(mails && {
      sendInvitationEmail: async ({ id, email, inviter, organization: { name } }) =>
        mails.invitation({ id, email, inviter: inviter.user.name, workspace: name }, inviter.user.email),
    }),
    organizationHooks: {
      afterCreateOrganization: async ({ organization: { id } }) => {
        if (trialDays === 0) return;
        await organizations.update({ where: { id }, data: { trialEndsAt: new Date(Date.now() + trialDays * dayMs) } });
      },
      beforeUpdateOrganization: ({ member }) => rules.requireChangeable(member.organizationId),
      beforeCreateInvitation: async ({ organization: { id }, invitation: { email } }) => {
        await rules.requireChangeable(id);
        await requireAllowedDomain(tables, id, email);
        await rules.requireSeat(id);
      },
      beforeCancelInvitation: ({ organization: { id } }) => rules.requireChangeable(id),
      beforeAcceptInvitation: ({ organization: { id } }) => rules.requireChangeable(id),
      beforeUpdateMemberRole: ({ organization: { id } }) => rules.requireChangeable(id),
      beforeRemoveMember: ({ organization: { id } }) => rules.requireChangeable(id),
      // Afterwards nobody knows whose they were.
      beforeDeleteOrganization: async ({ organization: { id: organizationId } }) => {
        await rules.requireEntry(organizationId);
        const all = await members.findMany({ where: { organizationId }, select: { userId: true } });
        await Promise.all(all.map(({ userId }) => forgetMember(organizationId, userId)));
      },
      afterUpdateMemberRole: async ({ member }) => forgetMember(member.organizationId, member.userId),
      afterRemoveMember: async ({ member }) => forgetMember(member.organizationId, member.userId),
    },
  });
}
