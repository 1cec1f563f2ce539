import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';

const day = 86_400;

/** What guessing codes leads to: after so many in a row the account waits, whatever the challenge. */
export const codeTerms = { attempts: 10, lockedSeconds: 900, trustedDeviceSeconds: 30 * day } as const;

type Factor = { readonly id: string; readonly failedVerificationCount: number; readonly lockedUntil: string | Date | null };

const paths: ReadonlySet<string> = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);

const locked = (): APIError =>
  new APIError('TOO_MANY_REQUESTS', { code: 'ACCOUNT_TEMPORARILY_LOCKED', message: 'Too many wrong codes. Wait and try again.' });

/** Counts an attempt from its beginning, so that a hundred at once are a hundred. */
const countAttempt = createAuthMiddleware(async (ctx) => {
  const session = await getSessionFromCtx(ctx);
  if (!session) return;
  const { adapter } = ctx.context;
  const model = 'twoFactor';
  const factor = await adapter.findOne<Factor>({ model, where: [{ field: 'userId', value: session.user.id }] });
  if (!factor) return;
  const where = [{ field: 'id', value: factor.id }];
  const until = factor.lockedUntil ? new Date(factor.lockedUntil).getTime() : 0;
  if (until > Date.now()) throw locked();
  if (until > 0) await adapter.update({ model, where, update: { failedVerificationCount: 0, lockedUntil: null } });
  const counted = await adapter.incrementOne<Factor>({ model, where, increment: { failedVerificationCount: 1 } });
  const attempts = counted?.failedVerificationCount ?? 0;
  const lockedUntil = new Date(Date.now() + codeTerms.lockedSeconds * 1000);
  if (attempts >= codeTerms.attempts) await adapter.update({ model, where, update: { lockedUntil } });
  if (attempts > codeTerms.attempts) throw locked();
});

const forgetAttempts = createAuthMiddleware(async (ctx) => {
  if (isAPIError(ctx.context.returned)) return;
  const session = ctx.context.newSession ?? (await getSessionFromCtx(ctx));
  if (!session) return;
  const where = [{ field: 'userId', value: session.user.id }];
  await ctx.context.adapter.update({
    model: 'twoFactor',
    where,
    update: { failedVerificationCount: 0, lockedUntil: null },
  });
});

/** Better Auth counts wrong codes of who signs in. Here, those of who is signed in: a stolen session guesses no further. */
export const codeGuesses = () =>
  ({
    id: 'code-guesses',
    hooks: {
      before: [{ matcher: ({ path }) => paths.has(path ?? ''), handler: countAttempt }],
      after: [{ matcher: ({ path }) => paths.has(path ?? ''), handler: forgetAttempts }],
    },
  }) satisfies BetterAuthPlugin;
