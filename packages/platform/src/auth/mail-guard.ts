import { setTimeout as sleep } from 'node:timers/promises';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api';
import type { Redis } from '../cache/redis.ts';
import { addressHash } from '../mail/seal.ts';
import type { AuthMails } from './auth-mails.ts';
import { unavailable } from './session-storage.ts';

/** What sends a mail to whoever is named. */
const sending: ReadonlySet<string> = new Set([
  '/sign-in/magic-link',
  '/email-otp/send-verification-otp',
  '/request-password-reset',
  '/send-verification-email',
]);
const codeEntry = '/sign-in/email-otp';

const cooldownSeconds = 60;
/** An answer takes this long at least: more than either way takes, with an account and without one. */
const evenMs = 300;

/** Codes that only somebody with an account can have: to a stranger they would tell of it. */
const telling: ReadonlySet<string> = new Set(['TOO_MANY_ATTEMPTS', 'OTP_EXPIRED']);

type WithEmail = { readonly email?: unknown } | undefined;

/**
 * One mail a minute for an address and kind, whether there is an account or not. Without Redis nobody can tell how often
 * was asked, and nothing is sent.
 *
 * @throws APIError 429 with Retry-After
 */
const cooldown = (redis: Redis, hashOf: (address: string) => string) =>
  createAuthMiddleware(async (ctx) => {
    const email = (ctx.body as WithEmail)?.email;
    if (typeof email !== 'string') return;
    const key = `atlas:mailed:${ctx.path}:${hashOf(email)}`;
    if ((await redis.set(key, '1', 'EX', cooldownSeconds, 'NX').catch(unavailable)) === 'OK') return;
    const seconds = Math.max(1, await redis.ttl(key).catch(() => cooldownSeconds));
    const refusal = { code: 'COOLDOWN', message: `A mail was just sent to this address. Ask again in ${seconds} seconds.` };
    throw new APIError('TOO_MANY_REQUESTS', refusal, { 'Retry-After': String(seconds) });
  });

const onlyToSignIn = createAuthMiddleware(async (ctx) => {
  if ((ctx.body as { type?: unknown } | undefined)?.type !== 'sign-in')
    throw new APIError('BAD_REQUEST', { code: 'INVALID_TYPE', message: 'Codes are for signing in.' });
});

/** In the words and the status of a code that is wrong. */
const sameRefusal = createAuthMiddleware(async (ctx) => {
  const { returned } = ctx.context;
  if (isAPIError(returned) && telling.has(String(returned.body?.code)))
    return Response.json({ message: 'Invalid OTP', code: 'INVALID_OTP' }, { status: 400 });
  return;
});

/** Keeps what is mailed from telling who has an account, and from being sent too often. */
export function mailGuard(redis: Redis, mails: AuthMails, secret: string) {
  const begun = new WeakMap<Request, number>();
  const begin = createAuthMiddleware(async ({ request }) => {
    if (request) begun.set(request, performance.now());
  });
  const end = createAuthMiddleware(async ({ request }) => {
    const start = request && begun.get(request);
    if (start !== undefined) await sleep(Math.max(0, start + evenMs - performance.now()));
  });
  const tellOfChange = createAuthMiddleware(async (ctx) => {
    const user = ctx.context.session?.user;
    if (user && !isAPIError(ctx.context.returned)) mails.passwordChanged(user.email);
  });
  const mayTell = ({ path }: { path?: string }): boolean => path === codeEntry || sending.has(path ?? '');
  return {
    id: 'mail-guard',
    hooks: {
      before: [
        { matcher: mayTell, handler: begin },
        { matcher: ({ path }) => path === '/email-otp/send-verification-otp', handler: onlyToSignIn },
        { matcher: ({ path }) => sending.has(path ?? ''), handler: cooldown(redis, addressHash(secret)) },
      ],
      after: [
        { matcher: ({ path }) => path === '/change-password', handler: tellOfChange },
        { matcher: ({ path }) => path === codeEntry, handler: sameRefusal },
        { matcher: mayTell, handler: end },
      ],
    },
  } satisfies BetterAuthPlugin;
}
