import { createHash } from 'node:crypto';
import type { Ratelimit } from '@upstash/ratelimit';
import type { Redis } from '../cache/redis.ts';

type UpstashRedis = ConstructorParameters<typeof Ratelimit>[0]['redis'];

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

/** `#!lua flags=allow-key-locking` is known to Upstash only: other servers refuse the script. */
const withoutShebang = (script: string): string => (script.startsWith('#!') ? script.slice(script.indexOf('\n')) : script);

/** Our Redis as `@upstash/ratelimit` wants it. Of Upstash's client it calls nothing but scripts. */
export function upstashOver(redis: Redis): UpstashRedis {
  /** Scripts by Upstash's hash of them, with the hash that Redis knows them by. */
  const hashes = new Map<string, string>();
  const scripts = {
    evalsha: async (sha: string, keys: string[], args: (string | number)[]): Promise<unknown> => {
      const hash = hashes.get(sha);
      if (hash === undefined) throw new Error('NOSCRIPT');
      return redis.evalsha(hash, keys.length, ...keys, ...args);
    },
    eval: (script: string, keys: string[], args: (string | number)[]): Promise<unknown> => {
      const plain = withoutShebang(script);
      hashes.set(sha1(script), sha1(plain));
      return redis.eval(plain, keys.length, ...keys, ...args);
    },
  };
  return scripts as unknown as UpstashRedis;
}
