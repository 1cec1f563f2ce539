import { AtlasError } from '@atlas/kernel';
import type { Request, RequestHandler, Response } from 'express';
import type { PrincipalReader } from '../auth/principal.ts';
import { accountKeyOf } from '../limits/account.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { Lockout, Outcome } from '../limits/lockout.ts';
import { type AuthRule, authRulesOf } from '../limits/rules.ts';
import { networkKeyOf } from './client-ip.ts';
import { isFromForeignPage } from './foreign-page.ts';
import { applyLimits, refuseUntil } from './rate-limit.ts';
import type { AtlasRequest } from './request.ts';

export type AuthGate = {
  readonly limiter: Limiter;
  readonly lockout: Lockout;
  readonly principals: PrincipalReader;
  readonly trustedOrigins: readonly string[];
};

/** What asks somebody who is signed in for their password: whoever took over their browser may not guess it, either. */
const asksAgain: ReadonlySet<string> = new Set([
  '/verify-password',
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

type Attempt = { readonly email: string; readonly ip: string; readonly path: string };

async function begin({ lockout }: AuthGate, { email, ip, path }: Attempt, response: Response): Promise<void> {
  const waitMs = await lockout.begin(email);
  if (waitMs > 0)
    refuseUntil(response, Date.now() + waitMs, 'Too many attempts to sign in to this account failed. Wait and try again.');
  response.once('close', () => void lockout.end(email, ip, outcomeOf(path, response)));
}

function takeAll({ limiter }: AuthGate, rules: readonly AuthRule[], ip: string, email: string | null) {
  const keys = { address: networkKeyOf(ip), account: email && accountKeyOf(email), tenant: null, key: null };
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
    applyLimits(response, await Promise.all(takeAll(gate, authRulesOf(path), ip, email)));
    if (email !== null && (path === signIn || asksAgain.has(path))) await begin(gate, { email, ip, path }, response);
    next();
  };
}
