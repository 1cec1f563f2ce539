import type { Redis } from '../cache/redis.ts';
import { addressHash } from '../mail/seal.ts';
import { unavailable } from './session-storage.ts';

const cooldownSeconds = 60;

/**
 * One mail a minute for an address and kind, however it is written. Answers 0, or how many seconds to wait instead.
 *
 * @throws AtlasError `unavailable` without Redis: nobody can tell how often was asked, and nothing is sent
 */
export type MailCooldown = (kind: string, email: string) => Promise<number>;

export function mailCooldown(redis: Redis, secret: string): MailCooldown {
  const hashOf = addressHash(secret);
  return async (kind, email) => {
    const key = `atlas:mailed:${kind}:${hashOf(email)}`;
    if ((await redis.set(key, '1', 'EX', cooldownSeconds, 'NX').catch(unavailable)) === 'OK') return 0;
    return Math.max(1, await redis.ttl(key).catch(() => cooldownSeconds));
  };
}
