import { AtlasError } from '@atlas/kernel';
import { type Redis, untilConnected } from '../cache/redis.ts';
import { networkKeyOf } from '../http/client-ip.ts';
import { accountKeyOf } from './account.ts';

/** What guessing a password costs. As data, because documents and tests tell it, too. */
export const lockoutTerms = {
  /** Failed attempts on one account, from anywhere, that cost nothing but the attempt. */
  free: 5,
  /** The wait after the last of them; it doubles with each further one. */
  firstWaitSeconds: 1,
  longestWaitSeconds: 900,
  /** After so long without an attempt all is forgotten. */
  forgottenAfterSeconds: 86_400,
  /** Failures from one address are forgotten sooner, because addresses change hands. */
  addressForgottenAfterSeconds: 900,
  whenRedisIsAway: 'closed',
} as const;

const { free, firstWaitSeconds, longestWaitSeconds, forgottenAfterSeconds, addressForgottenAfterSeconds } = lockoutTerms;

/**
 * An attempt counts from its beginning, so that a hundred at once are a hundred. Answers the milliseconds to wait, or 0.
 * The clock is Redis's own: processes need not agree.
 */
const beginScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local locked = tonumber(redis.call('HGET', KEYS[1], 'until') or '0')
if now < locked then return locked - now end
local open = redis.call('HINCRBY', KEYS[1], 'open', 1)
local tries = open + tonumber(redis.call('HGET', KEYS[1], 'failed') or '0')
if tries >= ${free} then
  local wait = math.min(${firstWaitSeconds} * 2 ^ (tries - ${free}), ${longestWaitSeconds})
  redis.call('HSET', KEYS[1], 'until', string.format('%.0f', now + wait * 1000))
end
redis.call('EXPIRE', KEYS[1], ${forgottenAfterSeconds})
return 0`;

/** An attempt that says nothing of the password takes back what it began with. */
const undecidedScript = `
local open = redis.call('HINCRBY', KEYS[1], 'open', -1)
if open + tonumber(redis.call('HGET', KEYS[1], 'failed') or '0') < ${free} then redis.call('HDEL', KEYS[1], 'until') end
redis.call('EXPIRE', KEYS[1], ${forgottenAfterSeconds})
return 0`;

export type Outcome = 'succeeded' | 'failed' | 'undecided';

export type Lockout = {
  /**
   * Begins an attempt on an account, known or not. Answers 0, or how many milliseconds it has to wait instead.
   *
   * @throws AtlasError `unavailable` when Redis is away
   */
  begin(email: string): Promise<number>;
  end(email: string, ip: string, outcome: Outcome): Promise<void>;
  /** Failed attempts on an account, or from an address when those are more. Infinite while nobody can count. */
  failuresOf(email: string, ip: string): Promise<number>;
};

const accountKey = (email: string): string => `atlas:lockout:account:${accountKeyOf(email)}`;
const addressKey = (ip: string): string => `atlas:lockout:address:${networkKeyOf(ip)}`;

/** Makes guessing slow: after some failures each attempt on an account has to wait longer. It keeps nothing itself. */
export function lockoutOn(redis: Redis): Lockout {
  const fail = (email: string, ip: string): Promise<unknown> => {
    const [account, address] = [accountKey(email), addressKey(ip)];
    const counts = redis.multi().hincrby(account, 'open', -1).hincrby(account, 'failed', 1);
    return counts.expire(account, forgottenAfterSeconds).incr(address).expire(address, addressForgottenAfterSeconds).exec();
  };
  return {
    begin: async (email) => {
      try {
        await untilConnected(redis);
        return Number(await redis.eval(beginScript, 1, accountKey(email)));
      } catch (cause) {
        throw new AtlasError('unavailable', 'Signing in is not possible at the moment. Try again soon.', {}, { cause });
      }
    },
    end: async (email, ip, outcome) => {
      const told = {
        succeeded: () => redis.del(accountKey(email)),
        failed: () => fail(email, ip),
        undecided: () => redis.eval(undecidedScript, 1, accountKey(email)),
      };
      // Without Redis the attempt stays what it was since its beginning: one that failed.
      await told[outcome]().catch(() => undefined);
    },
    failuresOf: async (email, ip) => {
      try {
        const [failed, from] = await Promise.all([redis.hget(accountKey(email), 'failed'), redis.get(addressKey(ip))]);
        return Math.max(Number(failed), Number(from));
      } catch {
        return Number.POSITIVE_INFINITY;
      }
    },
  };
}
