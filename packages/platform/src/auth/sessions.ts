import type { BetterAuthOptions, GenericEndpointContext } from 'better-auth';
import type { PrismaClient } from '../db/generated/client.ts';
import { clientPlaceHeader } from '../http/client-place.ts';
import { impersonationEnds } from './impersonation-trail.ts';
import type { SessionCopies } from './session-copies.ts';
import { life } from './session-life.ts';
import type { Trail } from './trail.ts';

/** How many devices a person is signed in on. One more, and the oldest goes. */
export const mostSessions = 10;

type Created = { readonly userId: string; readonly expiresAt: Date; readonly activeOrganizationId?: unknown };

/** The workspace of the session that this browser has had so far: signing in again does not lead elsewhere. */
async function workspaceBefore(userId: string, context: GenericEndpointContext | null): Promise<string | null> {
  if (!context?.headers) return null;
  const token = await context.getSignedCookie(context.context.authCookies.sessionToken.name, context.context.secret);
  const before = token ? await context.context.internalAdapter.findSession(token) : null;
  const { activeOrganizationId } = (before?.session ?? {}) as { activeOrganizationId?: string | null };
  return before?.session.userId === userId ? (activeOrganizationId ?? null) : null;
}

const placeOf = (context: GenericEndpointContext | null): string | null => {
  const place = context?.headers?.get(clientPlaceHeader);
  return place ? decodeURIComponent(place) : null;
};

/** Ends the oldest sessions of a person who has too many, in PostgreSQL and in Redis. */
async function endOldest(userId: string, context: GenericEndpointContext | null): Promise<void> {
  const adapter = context?.context.internalAdapter;
  const all = (await adapter?.listSessions(userId, { onlyActiveSessions: true })) ?? [];
  const oldestFirst = all.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  const tooMany = oldestFirst.slice(0, Math.max(0, all.length - mostSessions));
  for (const { token } of tooMany) await adapter?.deleteSession(token);
}

/**
 * Sessions live in PostgreSQL and are served from Redis. Someone who has a workspace is in it right after signing in.
 *
 * The cookie lasts as long as a session can at the longest; how long it does last is in its row (`session-life.ts`) and
 * prolonged where it is used (`principal.ts`), not by Better Auth, which is asked rarely.
 */
export const sessions = (members: PrismaClient['member'], copies: SessionCopies, trail: Trail) =>
  ({
    session: {
      storeSessionInDatabase: true,
      expiresIn: life.absolute / 1000,
      disableSessionRefresh: true,
      // Measured from signing in; dangerous endpoints ask for a proof that is younger (`step-up.ts`).
      freshAge: 0,
      cookieCache: { enabled: false },
      additionalFields: {
        authenticatedAt: { type: 'date', input: false, defaultValue: () => new Date() },
        place: { type: 'string', required: false, input: false },
        impersonatedBy: { type: 'string', required: false, input: false },
        impersonatorName: { type: 'string', required: false, input: false },
        impersonationReason: { type: 'string', required: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session: Created, context) => {
            const expiresAt = new Date(Math.min(session.expiresAt.getTime(), Date.now() + life.idle));
            const before = session.activeOrganizationId ?? (await workspaceBefore(session.userId, context));
            const mine = await members.findMany({ where: { userId: session.userId }, orderBy: { createdAt: 'asc' } });
            const member = mine.find(({ organizationId }) => organizationId === before) ?? mine[0];
            const activeOrganizationId = member?.organizationId ?? null;
            return { data: { ...session, expiresAt, activeOrganizationId, place: placeOf(context) } };
          },
          after: ({ userId }, context) => endOldest(userId, context),
        },
        // Whoever has read a session and not kept it yet keeps nothing.
        update: { after: async ({ token }) => copies.supersede(token) },
        delete: {
          after: async (session, context) => {
            await copies.supersede(session.token);
            await impersonationEnds(trail)(session, context);
          },
        },
      },
    },
  }) satisfies BetterAuthOptions;
