import type { Redis } from '../cache/redis.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import { sessionKey } from './session-storage.ts';

/** Replaces a copy only where it is still what was read: it may have been removed, or lead to another workspace by now. */
const replaceIfSame = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('set', KEYS[1], ARGV[2], 'PX', ARGV[3]) end`;

const withExpiry = (cached: string, until: Date): string => {
  const copy = JSON.parse(cached) as { session: object };
  return JSON.stringify({ ...copy, session: { ...copy.session, expiresAt: until } });
};

/** Moves the expiry of a session in PostgreSQL and in its copy. False when there is no such session any more. */
export async function prolongSession(
  people: PrismaClient,
  redis: Redis,
  token: string,
  until: Date,
  cached: string | null,
): Promise<boolean> {
  const { count } = await people.session.updateMany({ where: { token }, data: { expiresAt: until } });
  if (count === 0 || cached === null) return count > 0;
  const ttl = until.getTime() - Date.now();
  await redis.eval(replaceIfSame, 1, sessionKey(token), cached, withExpiry(cached, until), ttl).catch(() => undefined);
  return true;
}
