import { AtlasError } from '@atlas/kernel';
import type { SecondaryStorage } from 'better-auth';
import type { Copies } from '../cache/copies.ts';
import type { Redis } from '../cache/redis.ts';
import { authKey, type SessionCopies } from './session-copies.ts';

/** What only Redis knows cannot be had without it. */
export const unavailable = (cause: unknown): never => {
  throw new AtlasError('unavailable', 'Signing in is not possible at the moment. Try again soon.', {}, { cause });
};

const isSession = (value: string): boolean => value.startsWith('{"session":');

/** Better Auth's secondary storage on Redis: copies of sessions, which PostgreSQL keeps, and counts of attempts, which it does not. */
export function sessionStorage(redis: Redis, copies: Copies, sessions: SessionCopies): SecondaryStorage {
  return {
    get: async (key) => {
      const value = await copies.get(authKey(key));
      if (!value || !isSession(value)) return value || null;
      return (await sessions.believe(key, value)) ? value : null;
    },
    set: (key, value, ttl) => {
      const checked = isSession(value) ? JSON.stringify({ ...JSON.parse(value), checkedAt: Date.now() }) : value;
      return copies.set(authKey(key), checked, ttl);
    },
    delete: (key) => copies.remove(authKey(key)),
    increment: async (key, ttl) => {
      const count = redis.multi().incr(authKey(key)).expire(authKey(key), ttl, 'NX').exec();
      return Number((await count.catch(unavailable))?.[0]?.[1] ?? 0);
    },
    getAndDelete: (key) => redis.getdel(authKey(key)).catch(unavailable),
  };
}
