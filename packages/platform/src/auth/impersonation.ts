import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { APIError, createAuthEndpoint, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { expireCookie, setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { life } from './session-life.ts';

/** What may be asked for in the session of somebody else. Everything else belongs to the person. */
const allowed: ReadonlySet<string> = new Set([
  '/get-session',
  '/list-sessions',
  '/organization/list',
  '/impersonation/begin',
  '/impersonation/stop',
  '/sign-out',
]);

type Found = { readonly session: { readonly token: string; readonly userId: string; readonly impersonatedBy?: string | null } };

const impersonatorOf = (found: Found | null): string | null => found?.session.impersonatedBy ?? null;

const refuse = (status: 'FORBIDDEN' | 'UNAUTHORIZED', code: string, message: string): never => {
  throw new APIError(status, { code, message });
};

const keepOut = createAuthMiddleware(async (ctx) => {
  const held = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret);
  if (!held) return;
  const session = await getSessionFromCtx(ctx);
  if (impersonatorOf(session)) refuse('FORBIDDEN', 'IMPERSONATING', 'Not while acting as somebody else.');
});

/** Where the administrator's own session waits meanwhile. */
const ownCookie = (ctx: GenericEndpointContext) => ctx.context.createAuthCookie('impersonator', { maxAge: life.absolute / 1000 });

const begin = createAuthEndpoint(
  '/impersonation/begin',
  { method: 'POST', requireHeaders: true, body: z.object({ ticket: z.string().min(1).max(200) }) },
  async (ctx) => {
    const own = await getSessionFromCtx(ctx);
    const found = await ctx.context.internalAdapter.findSession(ctx.body.ticket);
    if (!own || !found || impersonatorOf(found) !== own.user.id || impersonatorOf(own))
      return refuse('FORBIDDEN', 'UNKNOWN_TICKET', 'This is no ticket of yours.');
    const seconds = Math.floor((found.session.expiresAt.getTime() - Date.now()) / 1000);
    if (seconds <= 0) return refuse('FORBIDDEN', 'UNKNOWN_TICKET', 'This is no ticket of yours.');
    const { name, attributes } = ownCookie(ctx);
    await ctx.setSignedCookie(name, own.session.token, ctx.context.secret, attributes);
    await setSessionCookie(ctx, found, false, { maxAge: seconds });
    return ctx.json({ until: found.session.expiresAt });
  },
);

const stop = createAuthEndpoint('/impersonation/stop', { method: 'POST', requireHeaders: true }, async (ctx) => {
  const acting = await getSessionFromCtx(ctx);
  const cookie = ownCookie(ctx);
  const token = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
  const own = token ? await ctx.context.internalAdapter.findSession(token) : null;
  if (acting && impersonatorOf(acting)) await ctx.context.internalAdapter.deleteSession(acting.session.token);
  expireCookie(ctx, cookie);
  if (!own || own.session.expiresAt <= new Date() || (acting && impersonatorOf(acting) !== own.user.id)) {
    expireCookie(ctx, ctx.context.authCookies.sessionToken);
    return refuse('UNAUTHORIZED', 'SIGNED_OUT', 'Your own session has ended meanwhile.');
  }
  await setSessionCookie(ctx, own);
  return ctx.json({ stopped: true });
});

/**
 * Administrators in the sessions of others. A session is made by `administration.impersonation.start`, in the transaction
 * that writes down who, why and until when; here a browser changes into it and back. Better Auth's own way (its admin
 * plugin) wants a role in a column that its endpoints set, and knows neither reason nor workspace.
 */
export const impersonation = () =>
  ({
    id: 'impersonation',
    endpoints: { beginImpersonation: begin, stopImpersonation: stop },
    hooks: { before: [{ matcher: ({ path }) => !allowed.has(path ?? ''), handler: keepOut }] },
  }) satisfies BetterAuthPlugin;
