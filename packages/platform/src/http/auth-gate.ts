import { AtlasError } from '@atlas/kernel';
import type { Request, RequestHandler, Response } from 'express';
import type { KnownDevices } from '../auth/known-device.ts';
import type { PrincipalReader } from '../auth/principal.ts';
import { accountKeyOf } from '../limits/account.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { Attempt, Lockout, Outcome } from '../limits/lockout.ts';
import { type AuthRule, authRulesOf } from '../limits/rules.ts';
import { networkKeyOf } from './client-ip.ts';
import { isFromForeignPage } from './foreign-page.ts';
import { applyLimits, refuseUntil } from './rate-limit.ts';
import type { AtlasRequest } from './request.ts';

export type AuthGate = {
  readonly limiter: Limiter;
  readonly lockout: Lockout;
  readonly devices: KnownDevices;
  readonly principals: PrincipalReader;
  readonly trustedOrigins: readonly string[];
};

/** What asks somebody who is signed in for their password, or a mailed code instead: whoever took over their browser may not guess it, either. */
const asksAgain: ReadonlySet<string> = new Set([
  '/verify-password',
  '/step-up/verify-code',
  '/change-password',
  '/delete-user',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/two-factor/get-totp-uri',
]);
const signIn = '/sign-in/email';

/** The path as Better Auth will read it: `/sign-in/./email` and `/sign-in/%2e/email` are `/sign-in/email`. */
const pathBelow = (basePath: string, originalUrl: string): string =>
  new URL(originalUrl, 'http://api').pathname.slice(basePath.length);

/** The account that a request is about: the one it names, or that of whoever is asked for the password again. */
async function emailOf({ principals }: AuthGate, path: string, { body, headers }: Request): Promise<string | null> {
  if (asksAgain.has(path)) return (await principals(headers.cookie))?.email ?? null;
  const email = (body as { email?: unknown } | null | undefined)?.email;
  return typeof email === 'string' && email !== '' ? email : null;
}

/** What an answer says of the password. Whoever leaves before it has learned nothing, and does not get the attempt back. */
function outcomeOf(path: string, { statusCode, writableFinished }: Response): Outcome {
  const refused = path === signIn ? 401 : 400;
  if (statusCode === refused || !writableFinished) return 'failed';
  return statusCode === 200 ? 'succeeded' : 'undecided';
}

/** Whoever is asked again for the password is in: nobody outside can make them wait, and they have a count of their own. */
function attemptOf({ devices }: AuthGate, path: string, email: string, request: Request): Attempt {
  const { clientIp: ip } = request as unknown as AtlasRequest;
  return { email, ip, known: asksAgain.has(path) ? 'signed-in' : devices.idIn(request.headers.cookie, email) };
}

async function begin({ lockout }: AuthGate, attempt: Attempt, path: string, response: Response): Promise<void> {
  const waitMs = await lockout.begin(attempt);
  if (waitMs > 0)
    refuseUntil(response, Date.now() + waitMs, 'Too many attempts to sign in to this account failed. Wait and try again.');
  response.once('close', () => void lockout.end(attempt, outcomeOf(path, response)));
}

function takeAll({ limiter }: AuthGate, rules: readonly AuthRule[], ip: string, attempt: Attempt | null) {
  const network = networkKeyOf(ip);
  const account = attempt && accountKeyOf(attempt.email);
  const guesser = attempt && `${account} ${attempt.known ?? network}`;
  const keys = { address: network, account, guesser, tenant: null, key: null };
  return rules.flatMap((rule) => {
    const key = keys[rule.per];
    return key === null ? [] : [limiter.take(rule, key)];
  });
}

/**
 * Stands before Better Auth: turns away pages of strangers, counts by every rule that fits, and lets nobody guess.
 *
 * @throws AtlasError `forbidden`, `too_many_requests`, `unavailable` (a closed rule, and Redis is away)
 */
export function authGate(gate: AuthGate, basePath: string): RequestHandler {
  return async (request, response, next) => {
    if (isFromForeignPage(request, gate.trustedOrigins)) throw new AtlasError('forbidden', 'This page may not act for you.');
    const { clientIp: ip } = request as AtlasRequest;
    const path = pathBelow(basePath, request.originalUrl);
    const email = await emailOf(gate, path, request);
    const attempt = email === null ? null : attemptOf(gate, path, email, request);
    applyLimits(response, await Promise.all(takeAll(gate, authRulesOf(path), ip, attempt)));
    if (attempt && (path === signIn || asksAgain.has(path))) await begin(gate, attempt, path, response);
    next();
  };
}
