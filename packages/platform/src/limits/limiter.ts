import { AtlasError } from '@atlas/kernel';
import { Ratelimit } from '@upstash/ratelimit';
import { askRedis, type Redis } from '../cache/redis.ts';
import type { Rule } from './rules.ts';
import { upstashOver } from './upstash-redis.ts';

/** What a rule says of a request. */
export type Verdict = {
  readonly rule: string;
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** When the window ends, in milliseconds since 1970. */
  readonly resetAt: number;
};

export type Limiter = {
  /**
   * Counts some requests of a caller, for all processes together. Null when Redis is away and the rule is open.
   *
   * @throws AtlasError `unavailable` when Redis is away and the rule is closed
   */
  take(rule: Rule, key: string, requests?: number): Promise<Verdict | null>;
  /** The limit of a rule in this deployment. */
  limitOf(rule: Rule): number;
};

/** Counts in Redis by sliding windows. All limits are multiplied by a factor, for tests that come from one address. */
export function openLimiter(redis: Redis, factor: number): Limiter {
  const upstash = upstashOver(redis);
  const counters = new Map<string, Ratelimit>();
  const limitOf = ({ limit }: Rule): number => Math.max(1, Math.round(limit * factor));
  const counterOf = (rule: Rule): Ratelimit => {
    let counter = counters.get(rule.name);
    if (!counter) {
      counter = new Ratelimit({
        redis: upstash,
        limiter: Ratelimit.slidingWindow(limitOf(rule), `${rule.seconds} s`),
        prefix: `atlas:limits:${rule.name}`,
        // It would grow by every caller that is refused, and let everyone through when Redis is slow.
        ephemeralCache: false,
        timeout: 0,
        enableTelemetry: false,
      });
      counters.set(rule.name, counter);
    }
    return counter;
  };
  const take = async (rule: Rule, key: string, requests = 1): Promise<Verdict | null> => {
    try {
      const ask = () => counterOf(rule).limit(key, { rate: requests });
      const { success, limit, remaining, reset } = await askRedis(redis, ask);
      return { rule: rule.name, allowed: success, limit, remaining, resetAt: reset };
    } catch (cause) {
      if (rule.whenRedisIsAway === 'open') return null;
      throw new AtlasError('unavailable', 'This is not possible at the moment. Try again soon.', {}, { cause });
    }
  };
  return { take, limitOf };
}
