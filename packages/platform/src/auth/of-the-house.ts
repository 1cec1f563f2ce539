import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { PrismaClient } from '../db/generated/client.ts';

type Tables = { readonly invitations: PrismaClient['invitation']; readonly users: PrismaClient['user'] };

/**
 * Better Auth shows an invitation as long as who sent it is a member. Who provisions a workspace never is one: what they
 * sent is shown by its own answer, with the name of the workspace and no address of theirs.
 */
export const ofTheHouse = ({ invitations, users }: Tables) => {
  const show = createAuthMiddleware(async (ctx) => {
    const session = await getSessionFromCtx(ctx);
    const id = String((ctx.query as { id?: unknown } | undefined)?.id ?? '');
    if (!session?.user.emailVerified || !/^[0-9a-f-]{36}$/i.test(id)) return;
    const found = await invitations.findUnique({ where: { id }, include: { organization: true } });
    if (!found || found.email !== session.user.email.toLowerCase() || found.status !== 'pending') return;
    const inviter = await users.findUnique({ where: { id: found.inviterId }, select: { administrator: true } });
    if (!inviter?.administrator || found.expiresAt <= new Date()) return;
    const { organization, ...invitation } = found;
    return ctx.json({
      ...invitation,
      organizationName: organization.name,
      organizationSlug: organization.slug,
      inviterEmail: 'Atlas ERP',
    });
  });
  return {
    id: 'of-the-house',
    hooks: { before: [{ matcher: ({ path }) => path === '/organization/get-invitation', handler: show }] },
  } satisfies BetterAuthPlugin;
};
