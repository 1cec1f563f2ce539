import { setTimeout as sleep } from 'node:timers/promises';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api';
import type { AuthMails } from './auth-mails.ts';
import type { MailCooldown } from './mail-cooldown.ts';

/** What sends a mail to whoever is named. */
const sending: ReadonlySet<string> = new Set([
  '/sign-in/magic-link',
  '/email-otp/send-verification-otp',
  '/request-password-reset',
  '/send-verification-email',
]);
const codeEntry = '/sign-in/email-otp';
const signUp = '/sign-up/email';

/** An answer takes this long at least: more than either way takes, with an account and without one. */
const evenMs = 300;

/** Codes that only somebody with an account can have: to a stranger they would tell of it. */
const telling: ReadonlySet<string> = new Set(['TOO_MANY_ATTEMPTS', 'OTP_EXPIRED']);

type WithEmail = { readonly email?: unknown } | undefined;

/**
 * One mail a minute for an address and kind, whether there is an account or not.
 *
 * @throws APIError 429 with Retry-After
 */
const refuseTooSoon = (cooldown: MailCooldown) =>
  createAuthMiddleware(async (ctx) => {
    const email = (ctx.body as WithEmail)?.email;
    const seconds = typeof email === 'string' ? await cooldown(ctx.path, email) : 0;
    if (seconds === 0) return;
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
export function mailGuard(cooldown: MailCooldown, mails: AuthMails) {
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
    if (user && !isAPIError(ctx.context.returned)) await mails.passwordChanged(user.email);
  });
  const mayTell = ({ path }: { path?: string }): boolean => path === codeEntry || path === signUp || sending.has(path ?? '');
  return {
    id: 'mail-guard',
    hooks: {
      before: [
        { matcher: mayTell, handler: begin },
        { matcher: ({ path }) => path === '/email-otp/send-verification-otp', handler: onlyToSignIn },
        { matcher: ({ path }) => sending.has(path ?? ''), handler: refuseTooSoon(cooldown) },
      ],
      after: [
        { matcher: ({ path }) => path === '/change-password', handler: tellOfChange },
        { matcher: ({ path }) => path === codeEntry, handler: sameRefusal },
        { matcher: mayTell, handler: end },
      ],
    },
  } satisfies BetterAuthPlugin;
}
