import { AtlasError } from '@atlas/kernel';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { isFresh } from './session-life.ts';

/** What someone who found an open browser must not do: it takes the account or the workspace away, or opens another door to it. */
const dangerous: ReadonlySet<string> = new Set([
  '/change-email',
  '/delete-user',
  '/link-social',
  '/unlink-account',
  '/set-password',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/two-factor/get-totp-uri',
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
  '/passkey/delete-passkey',
  '/organization/delete',
]);

/** Ways to prove, within a session, who one is. A passkey or Google makes a session anew, which is fresh. */
const proofs: ReadonlySet<string> = new Set([
  '/verify-password',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/step-up/verify-code',
]);

/** @throws AtlasError `step_up_required` */
export function requireFresh(authenticatedAt: string | Date | null | undefined): void {
  if (!isFresh(authenticatedAt)) throw new AtlasError('step_up_required', 'Prove again who you are, then repeat this.');
}

const makesOwner = (body: unknown): boolean => [(body as { role?: unknown } | undefined)?.role].flat().join().includes('owner');

const refuseStale = createAuthMiddleware(async (ctx) => {
  const session = await getSessionFromCtx(ctx);
  if (session) requireFresh((session.session as { authenticatedAt?: string | Date }).authenticatedAt);
});

const rememberProof = createAuthMiddleware(async (ctx) => {
  // Where a proof led to a new session, that one knows.
  if (isAPIError(ctx.context.returned) || ctx.context.newSession) return;
  const session = await getSessionFromCtx(ctx);
  if (session) await ctx.context.internalAdapter.updateSession(session.session.token, { authenticatedAt: new Date() });
});

/** A browser that signs in again leaves no session behind that nobody holds any more. */
const endReplaced = createAuthMiddleware(async (ctx) => {
  const { newSession, internalAdapter, authCookies, secret } = ctx.context;
  const token = newSession ? await ctx.getSignedCookie(authCookies.sessionToken.name, secret) : null;
  if (!newSession || !token || token === newSession.session.token) return;
  // One that waits for a second factor is gone again, and replaces nothing.
  if (!(await internalAdapter.findSession(newSession.session.token))) return;
  const before = await internalAdapter.findSession(token);
  if (before?.session.userId === newSession.user.id) await internalAdapter.deleteSession(token);
});

/** Dangerous endpoints want a proof of who one is that is minutes old. To be the last plugin: it looks at what the others made. */
export const stepUp = () =>
  ({
    id: 'step-up',
    hooks: {
      before: [
        { matcher: ({ path }) => dangerous.has(path ?? ''), handler: refuseStale },
        {
          matcher: ({ path, body }) => path === '/organization/update-member-role' && makesOwner(body),
          handler: refuseStale,
        },
      ],
      after: [
        { matcher: ({ path }) => proofs.has(path ?? ''), handler: rememberProof },
        { matcher: ({ headers }) => headers !== undefined, handler: endReplaced },
      ],
    },
  }) satisfies BetterAuthPlugin;
