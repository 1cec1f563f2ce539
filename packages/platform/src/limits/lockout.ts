import { AtlasError } from '@atlas/kernel';
import { askRedis, type Redis } from '../cache/redis.ts';
import { networkKeyOf } from '../http/client-ip.ts';
import { accountKeyOf } from './account.ts';

/** What guessing a password costs. As data, because documents and tests tell it, too. */
export const lockoutTerms = {
  /** Failed attempts on one account, of one network or one known device, that cost nothing but the attempt. */
  free: 5,
  /** Failed attempts of all strangers together: whoever has many networks has no more than this. */
  freeOfStrangers: 100,
  /** The wait after the last of them; it doubles with each further one. */
  firstWaitSeconds: 1,
  longestWaitSeconds: 900,
  /** After so long without an attempt all is forgotten. */
  forgottenAfterSeconds: 86_400,
  /** Failures from one address are forgotten sooner, because addresses change hands. */
  addressForgottenAfterSeconds: 900,
  whenRedisIsAway: 'closed',
} as const;

const { free, freeOfStrangers, forgottenAfterSeconds, addressForgottenAfterSeconds } = lockoutTerms;
const { firstWaitSeconds, longestWaitSeconds } = lockoutTerms;

/**
 * An attempt counts from its beginning, so that a hundred at once are a hundred. Answers the milliseconds to wait, or 0.
 * The clock is Redis's own: processes need not agree. Each key has in ARGV how many failures are free.
 */
const beginScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local longest = 0
for _, key in ipairs(KEYS) do
  longest = math.max(longest, tonumber(redis.call('HGET', key, 'until') or '0') - now)
end
if longest > 0 then return longest end
for index, key in ipairs(KEYS) do
  local free = tonumber(ARGV[index])
  local tries = redis.call('HINCRBY', key, 'open', 1) + tonumber(redis.call('HGET', key, 'failed') or '0')
  if tries >= free then
    local wait = math.min(${firstWaitSeconds} * 2 ^ (tries - free), ${longestWaitSeconds})
    redis.call('HSET', key, 'until', string.format('%.0f', now + wait * 1000))
  end
  redis.call('EXPIRE', key, ${forgottenAfterSeconds})
end
return 0`;

/** An attempt that says nothing of the password takes back what it began with. */
const undecidedScript = `
for index, key in ipairs(KEYS) do
  local tries = redis.call('HINCRBY', key, 'open', -1) + tonumber(redis.call('HGET', key, 'failed') or '0')
  if tries < tonumber(ARGV[index]) then redis.call('HDEL', key, 'until') end
  redis.call('EXPIRE', key, ${forgottenAfterSeconds})
end
return 0`;

export type Outcome = 'succeeded' | 'failed' | 'undecided';

export type Attempt = {
  readonly email: string;
  readonly ip: string;
  /** What sets somebody apart from strangers: the device they were in on before, or that they are in. Null for strangers. */
  readonly known: string | null;
};

export type Lockout = {
  /**
   * Begins an attempt on an account, known or not. Answers 0, or how many milliseconds it has to wait instead.
   *
   * @throws AtlasError `unavailable` when Redis is away
   */
  begin(attempt: Attempt): Promise<number>;
  end(attempt: Attempt, outcome: Outcome): Promise<void>;
  /** Failed attempts of strangers on an account, or from an address when those are more. Infinite while nobody can count. */
  failuresOf(email: string, ip: string): Promise<number>;
};

const accountKey = (email: string): string => `atlas:lockout:account:${accountKeyOf(email)}`;
const addressKey = (ip: string): string => `atlas:lockout:address:${networkKeyOf(ip)}`;

/** What counts an attempt, and how many failures are free in each. Strangers cannot make wait who is known. */
function countersOf({ email, ip, known }: Attempt): { readonly keys: string[]; readonly free: number[] } {
  const account = accountKey(email);
  if (known !== null) return { keys: [`${account}:known:${known}`], free: [free] };
  return { keys: [`${account}:network:${networkKeyOf(ip)}`, account], free: [free, freeOfStrangers] };
}

/** Makes guessing slow: after some failures each attempt on an account has to wait longer. It keeps nothing itself. */
export function lockoutOn(redis: Redis): Lockout {
  const run = (script: string, attempt: Attempt): Promise<unknown> => {
    const { keys, free } = countersOf(attempt);
    return redis.eval(script, keys.length, ...keys, ...free);
  };
  const fail = (attempt: Attempt): Promise<unknown> => {
    const [counts, address] = [redis.multi(), addressKey(attempt.ip)];
    for (const key of countersOf(attempt).keys)
      counts.hincrby(key, 'open', -1).hincrby(key, 'failed', 1).expire(key, forgottenAfterSeconds);
    return counts.incr(address).expire(address, addressForgottenAfterSeconds).exec();
  };
  return {
    begin: async (attempt) => {
      try {
        return Number(await askRedis(redis, () => run(beginScript, attempt)));
      } catch (cause) {
        throw new AtlasError('unavailable', 'Signing in is not possible at the moment. Try again soon.', {}, { cause });
      }
    },
    end: async (attempt, outcome) => {
      const told = {
        succeeded: () => redis.del(countersOf(attempt).keys),
        failed: () => fail(attempt),
        undecided: () => run(undecidedScript, attempt),
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
