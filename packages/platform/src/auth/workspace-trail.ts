import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { z } from 'zod';
import { type Fact, holderOf, type Trail } from './trail.ts';
import * as facts from './workspace-facts.ts';
import type { WorkspaceTables } from './workspace-rules.ts';

type Asked = {
  readonly tables: WorkspaceTables;
  readonly body: Readonly<Partial<Record<'email' | 'resend' | 'invitationId' | 'memberId' | 'memberIdOrEmail', unknown>>>;
  /** The workspace that the request names, or that the session is in. */
  readonly organizationId: string;
};
type Told = (answer: unknown, email: string) => Fact | null;

/** What will not be known afterwards is read before the endpoint runs; its answer then makes the fact. */
const step =
  <W, A>(look: (asked: Asked) => Promise<W> | W, fact: (answer: A, was: W, email: string) => Fact | null) =>
  async (asked: Asked): Promise<Told> => {
    const was = await look(asked);
    return (answer, email) => fact(answer as A, was, email);
  };

const isId = (value: unknown): value is string => z.guid().safeParse(value).success;

const byId = (value: unknown) => (isId(value) ? { id: value } : null);

function invitationNamed({ tables, body }: Asked) {
  const where = byId(body.invitationId);
  return where && tables.invitations.findUnique({ where });
}

function memberNamed({ tables, body, organizationId }: Asked) {
  const named = String(body.memberIdOrEmail ?? body.memberId);
  const where = named.includes('@') ? { user: { email: named.toLowerCase() } } : byId(named);
  const include = { user: { select: { email: true } } } as const;
  return where && tables.members.findFirst({ where: { ...where, organizationId }, include });
}

/** An invitation that waits already, where the request wants one to be sent again. */
function waiting({ tables, body: { email, resend }, organizationId }: Asked) {
  if (!resend || typeof email !== 'string') return null;
  const where = { organizationId, email: email.toLowerCase(), status: 'pending', expiresAt: { gt: new Date() } };
  return tables.invitations.findFirst({ where });
}

const organizationNamed = ({ tables, organizationId: id }: Asked) => tables.organizations.findUnique({ where: { id } });

const nothing = () => null;

type Settled = { readonly invitation: facts.Invitation };
type Accepted = Settled & { readonly member: facts.Member };
type Removed = { readonly member: facts.Member };

const steps: Readonly<Record<string, (asked: Asked) => Promise<Told>>> = {
  '/organization/invite-member': step(waiting, facts.invited),
  '/organization/accept-invitation': step(invitationNamed, ({ invitation, member }: Accepted, was) => {
    const fact = facts.invitationEnded('identity.invitation.accept', invitation, was);
    return fact && facts.accepted(fact, member);
  }),
  '/organization/reject-invitation': step(invitationNamed, ({ invitation }: Settled, was) =>
    facts.invitationEnded('identity.invitation.decline', invitation, was),
  ),
  '/organization/cancel-invitation': step(invitationNamed, (invitation: facts.Invitation, was) =>
    facts.invitationEnded('identity.invitation.cancel', invitation, was),
  ),
  '/organization/update-member-role': step(
    memberNamed,
    (member: facts.Member, was) => was && facts.roleChanged(member, was, was.user.email),
  ),
  '/organization/remove-member': step(memberNamed, ({ member }: Removed, was) =>
    facts.gone('identity.member.remove', member, was?.user.email ?? null),
  ),
  '/organization/leave': step(nothing, (member: facts.Member, _was, email) => facts.gone('identity.member.leave', member, email)),
  '/organization/update': step(organizationNamed, (now: facts.Organization, was) => was && facts.renamed(now, was)),
  '/organization/delete': step(nothing, facts.deleted),
};

const nobodys = '00000000-0000-0000-0000-000000000000';

/**
 * What people do to a workspace and its members through Better Auth stands in its audit trail before they are answered. To
 * come after whatever forgets copies: that may not depend on this.
 */
export function workspaceTrail(tables: WorkspaceTables, trail: Trail) {
  const begun = new WeakMap<Request, (answer: unknown) => Promise<void>>();
  const look = createAuthMiddleware(async (ctx) => {
    const session = await getSessionFromCtx(ctx);
    if (!session || !ctx.request) return;
    const { activeOrganizationId } = session.session as { activeOrganizationId?: string | null };
    const body = (ctx.body ?? {}) as Asked['body'] & { readonly organizationId?: unknown };
    const named = body.organizationId || activeOrganizationId;
    const told = await steps[ctx.path]?.({ tables, body, organizationId: isId(named) ? named : nobodys });
    const by = holderOf(ctx.headers, session);
    begun.set(ctx.request, async (answer) => {
      const fact = told?.(answer, session.user.email);
      if (fact) await trail(by, fact);
    });
  });
  const tell = createAuthMiddleware(async ({ request, context: { returned } }) => {
    if (request && returned && !isAPIError(returned)) await begun.get(request)?.(returned);
  });
  const matcher = ({ path }: { path?: string }): boolean => (path ?? '') in steps;
  return {
    id: 'workspace-trail',
    hooks: { before: [{ matcher, handler: look }], after: [{ matcher, handler: tell }] },
  } satisfies BetterAuthPlugin;
}
