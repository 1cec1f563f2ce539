import type { ServerResponse } from 'node:http';
import { AtlasError } from '@atlas/kernel';
import type { Verdict } from '../limits/limiter.ts';

/** Seconds until an instant, at least one: a client that comes back at once is refused again. */
const secondsUntil = (instant: number): number => Math.max(1, Math.ceil((instant - Date.now()) / 1000));

/** @throws AtlasError `too_many_requests`, always, with a `Retry-After` */
export function refuseUntil(response: ServerResponse, instant: number, message: string): never {
  response.setHeader('Retry-After', secondsUntil(instant));
  throw new AtlasError('too_many_requests', message);
}

/**
 * Tells the client what is left to it, in the three headers that clients know (the draft that would merge them into one is
 * still changing), and refuses when it is nothing. Of several limits the tightest is told.
 *
 * @throws AtlasError `too_many_requests`
 */
export function applyLimits(response: ServerResponse | undefined, verdicts: readonly (Verdict | null)[]): void {
  let tightest: Verdict | null = null;
  for (const verdict of verdicts) {
    if (!verdict) continue;
    const isTighter =
      !tightest || (verdict.allowed === tightest.allowed ? verdict.remaining < tightest.remaining : !verdict.allowed);
    if (isTighter) tightest = verdict;
  }
  if (!tightest || !response) return;
  response.setHeader('RateLimit-Limit', tightest.limit);
  response.setHeader('RateLimit-Remaining', tightest.remaining);
  response.setHeader('RateLimit-Reset', secondsUntil(tightest.resetAt));
  if (!tightest.allowed) refuseUntil(response, tightest.resetAt, 'You asked too often. Wait a moment and try again.');
}
