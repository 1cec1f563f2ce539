import { AtlasError } from '@atlas/kernel';
import type { RequestHandler, Response } from 'express';
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
  readonly trustedOrigins: readonly string[];
};

/** The path as Better Auth will read it: `/sign-in/./email` and `/sign-in/%2e/email` are `/sign-in/email`. */
const pathBelow = (basePath: string, originalUrl: string): string =>
  new URL(originalUrl, 'http://api').pathname.slice(basePath.length);

function emailIn(body: unknown): string | null {
  const email = (body as { email?: unknown } | null | undefined)?.email;
  return typeof email === 'string' && email !== '' ? email : null;
}

/** What an answer says of the password. Whoever leaves before it has learned nothing, and does not get the attempt back. */
function outcomeOf({ statusCode, writableFinished }: Response): Outcome {
  if (statusCode === 401 || !writableFinished) return 'failed';
  return statusCode === 200 ? 'succeeded' : 'undecided';
}

async function beginSignIn({ lockout }: AuthGate, email: string, ip: string, response: Response): Promise<void> {
  const waitMs = await lockout.begin(email);
  if (waitMs > 0)
    refuseUntil(response, Date.now() + waitMs, 'Too many attempts to sign in to this account failed. Wait and try again.');
  response.once('close', () => void lockout.end(email, ip, outcomeOf(response)));
}

function takeAll({ limiter }: AuthGate, rules: readonly AuthRule[], ip: string, email: string | null) {
  const keys = { address: networkKeyOf(ip), account: email && accountKeyOf(email), tenant: null };
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
    const { clientIp } = request as AtlasRequest;
    const path = pathBelow(basePath, request.originalUrl);
    const email = emailIn(request.body);
    applyLimits(response, await Promise.all(takeAll(gate, authRulesOf(path), clientIp, email)));
    if (path === '/sign-in/email' && email !== null) await beginSignIn(gate, email, clientIp, response);
    next();
  };
}
