import type { SecondaryStorage } from 'better-auth';
import type { Redis } from '../cache/redis.ts';

const prefix = 'atlas:auth:';

export const sessionKey = (token: string): string => `${prefix}${token}`;

/** Better Auth's secondary storage on Redis. A Redis that does not answer is a cache that is empty: PostgreSQL knows. */
export function sessionStorage(redis: Redis): SecondaryStorage {
  const storage = {
    get: (key: string) => redis.get(`${prefix}${key}`).catch(() => null),
    set: async (key: string, value: string, ttl?: number) => {
      const set = ttl ? redis.set(`${prefix}${key}`, value, 'EX', ttl) : redis.set(`${prefix}${key}`, value);
      await set.catch(() => null);
    },
    delete: async (key: string) => {
      await redis.del(`${prefix}${key}`);
    },
    increment: async (key: string, ttl: number) => {
      const results = await redis.multi().incr(`${prefix}${key}`).expire(`${prefix}${key}`, ttl, 'NX').exec();
      return Number(results?.[0]?.[1] ?? 0);
    },
    getAndDelete: (key: string) => redis.getdel(`${prefix}${key}`),
  };
  return storage;
}
