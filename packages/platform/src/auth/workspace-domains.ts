import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, sensitiveSessionMiddleware } from 'better-auth/api';
import { z } from 'zod';
import { readyRoles } from '../policy/ready-roles.ts';
import { domainOf, domainOfAddress, isPublicMail } from './mail-domain.ts';
import { requireFresh } from './step-up.ts';
import { holderOf, type Trail } from './trail.ts';
import { doorChanged, joined as joinedBy } from './workspace-facts.ts';
import { type DomainTables, workspaceRules } from './workspace-rules.ts';
import type { ForgetMember } from './workspaces.ts';

type Held = {
  readonly session: { readonly authenticatedAt?: string | Date };
  readonly user: { readonly id: string; readonly email: string; readonly emailVerified: boolean };
};

const refuse = (status: 'BAD_REQUEST' | 'FORBIDDEN' | 'NOT_FOUND', code: string, message: string): never => {
  throw new APIError(status, { code, message });
};

const options = { requireHeaders: true, use: [sensitiveSessionMiddleware] };
const organizationId = z.uuid();
const select = { domain: true, role: true } as const;
const role = z.enum(readyRoles.map(({ code }) => code).filter((code) => code !== 'owner') as [string, ...string[]]);

/** What somebody may do about the domains of a workspace: its owners everything, its administrators look. */
async function requireRole({ members }: DomainTables, id: string, { user }: Held, allowed: readonly string[]): Promise<void> {
  const where = { organizationId_userId: { organizationId: id, userId: user.id } };
  const held = (await members.findUnique({ where, select: { role: true } }))?.role.split(',') ?? [];
  if (!held.some((each) => allowed.includes(each.trim()))) refuse('FORBIDDEN', 'FORBIDDEN', 'This is for owners.');
}

/** The domain in which an owner has a verified address: that it is the company's is shown by being reached there. */
function claimed(text: string, { user }: Held): string {
  const domain = domainOf(text) ?? refuse('BAD_REQUEST', 'INVALID_DOMAIN', 'This is not a domain.');
  if (isPublicMail(domain)) refuse('BAD_REQUEST', 'PUBLIC_MAIL_DOMAIN', 'Anybody gets an address there.');
  if (!user.emailVerified || domainOfAddress(user.email) !== domain)
    refuse('FORBIDDEN', 'DOMAIN_NOT_YOURS', 'Your own verified address has to be in this domain.');
  return domain;
}

function settings(tables: DomainTables, trail: Trail) {
  const { domains, organizations } = tables;
  const rules = workspaceRules(tables);
  const ownerOf = async (id: string, held: Held): Promise<void> => {
    await requireRole(tables, id, held, ['owner']);
    requireFresh(held.session.authenticatedAt);
    await rules.requireChangeable(id);
  };
  const query = z.object({ organizationId });
  const list = createAuthEndpoint('/workspace-domains/list', { ...options, method: 'GET', query }, async (ctx) => {
    const where = { organizationId: ctx.query.organizationId };
    await requireRole(tables, where.organizationId, ctx.context.session as Held, ['owner', 'admin']);
    const [items, organization] = await Promise.all([
      domains.findMany({ where, select: { ...select, createdAt: true }, orderBy: { domain: 'asc' } }),
      organizations.findUnique({ where: { id: where.organizationId }, select: { invitesToDomainsOnly: true } }),
    ]);
    return ctx.json({ items, invitesToDomainsOnly: organization?.invitesToDomainsOnly ?? false });
  });
  const added = z.object({ organizationId, domain: z.string().max(253), role });
  const add = createAuthEndpoint('/workspace-domains/add', { ...options, method: 'POST', body: added }, async (ctx) => {
    const held = ctx.context.session as Held;
    const { body } = ctx;
    await ownerOf(body.organizationId, held);
    const where = { organizationId: body.organizationId, domain: claimed(body.domain, held) };
    const data = { ...where, role: body.role, createdBy: held.user.id };
    const key = { organizationId_domain: where };
    const was = await domains.findUnique({ where: key, select });
    await domains.upsert({ where: key, create: data, update: { role: body.role } });
    const now = { domain: where.domain, role: body.role };
    await trail(holderOf(ctx.headers, held), doorChanged(where.organizationId, 'identity.domain.add', was, now));
    return ctx.json(now);
  });
  const removed = z.object({ organizationId, domain: z.string().max(253) });
  const remove = createAuthEndpoint('/workspace-domains/remove', { ...options, method: 'POST', body: removed }, async (ctx) => {
    const held = ctx.context.session as Held;
    await ownerOf(ctx.body.organizationId, held);
    const was = await domains.findUnique({ where: { organizationId_domain: ctx.body }, select });
    const { count } = await domains.deleteMany({ where: ctx.body });
    const fact = doorChanged(ctx.body.organizationId, 'identity.domain.remove', was, null);
    if (count > 0) await trail(holderOf(ctx.headers, held), fact);
    return ctx.json({ status: true });
  });
  const restricted = z.object({ organizationId, only: z.boolean() });
  const restrict = createAuthEndpoint(
    '/workspace-domains/restrict',
    { ...options, method: 'POST', body: restricted },
    async (ctx) => {
      const { organizationId: id, only } = ctx.body;
      const held = ctx.context.session as Held;
      await ownerOf(id, held);
      const was = await organizations.findUnique({ where: { id }, select: { invitesToDomainsOnly: true } });
      const now = { invitesToDomainsOnly: only };
      await organizations.update({ where: { id }, data: now });
      const fact = doorChanged(id, 'identity.workspace.restrict_invitations', was, now);
      await trail(holderOf(ctx.headers, held), fact);
      return ctx.json({ status: true });
    },
  );
  return { listDomains: list, addDomain: add, removeDomain: remove, restrictInvitations: restrict };
}

function door(tables: DomainTables, forget: ForgetMember, trail: Trail) {
  const { domains, members } = tables;
  const rules = workspaceRules(tables);
  /** The workspaces that an address leads to. One that nobody has shown to be theirs leads to none. */
  const openTo = ({ user }: Held, only?: string) => {
    const domain = user.emailVerified ? domainOfAddress(user.email) : null;
    const notIn = { suspendedReason: null, members: { none: { userId: user.id } } };
    const where = { domain: domain ?? '', organization: notIn, ...(only === undefined ? {} : { organizationId: only }) };
    return domains.findMany({ where, include: { organization: true }, orderBy: { createdAt: 'asc' } });
  };
  const offers = createAuthEndpoint('/workspace-domains/offers', { ...options, method: 'GET' }, async (ctx) => {
    const open = await openTo(ctx.context.session as Held);
    return ctx.json(open.map((each) => ({ organizationId: each.organizationId, name: each.organization.name, role: each.role })));
  });
  const joined = z.object({ organizationId });
  const join = createAuthEndpoint('/workspace-domains/join', { ...options, method: 'POST', body: joined }, async (ctx) => {
    const held = ctx.context.session as Held;
    const [offer] = await openTo(held, ctx.body.organizationId);
    if (!offer) return refuse('NOT_FOUND', 'NO_SUCH_OFFER', 'This workspace is not open to you.');
    await rules.requireChangeable(offer.organizationId);
    await rules.requireSeat(offer.organizationId);
    const member = { organizationId: offer.organizationId, userId: held.user.id, role: offer.role };
    const id = String(ctx.context.generateId({ model: 'member' }));
    // Whoever presses twice is a member once.
    const { count } = await members.createMany({ data: [{ id, ...member }], skipDuplicates: true });
    await forget(member.organizationId, member.userId);
    if (count > 0) await trail(holderOf(ctx.headers, held), joinedBy(member, held.user.email, offer.domain));
    return ctx.json({ organizationId: member.organizationId, role: member.role });
  });
  return { listOffers: offers, joinWorkspace: join };
}

/** Workspaces that people with an address of the company join by themselves, when they want to; never without being asked. */
export const workspaceDomains = (tables: DomainTables, forget: ForgetMember, trail: Trail) =>
  ({
    id: 'workspace-domains',
    endpoints: { ...settings(tables, trail), ...door(tables, forget, trail) },
  }) satisfies BetterAuthPlugin;
