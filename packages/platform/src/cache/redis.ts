import { Redis } from 'ioredis';
import { type ClientOptions, signedIn } from './signed-in.ts';

export type { Redis } from 'ioredis';

/** What all keys of a stage begin with, those of its queue among them. The name of no stage has a colon. */
export const keysOf = (stage: string | undefined): string => (stage === undefined ? '' : `${stage}:`);

/** How a program signs in: by the URL's own password, or with a token of IAM for each connection. */
export type RedisLogin = { readonly iam?: boolean };

const open = (url: string, { iam = false }: RedisLogin, options: ClientOptions): Redis =>
  iam ? new Redis({ ...signedIn(url), ...options }) : new Redis(url, options);

/** How often in a row each Redis was lost since it was last there. */
const losses = new WeakMap<Redis, number>();

/**
 * A connection for commands that must answer soon or fail, at once when Redis is away: caches, sessions, limits.
 *
 * @param stage whose keys it sees and no others, where stages share a Redis
 */
export function openRedis(url: string, stage?: string, login: RedisLogin = {}): Redis {
  const redis = open(url, login, {
    keyPrefix: keysOf(stage),
    // The client's own repetition leaves a command without an end when Redis goes on saying nothing: see `askRedis`.
    maxRetriesPerRequest: 0,
    // The first connection after a loss is made at once.
    retryStrategy: (times) => Math.min((times - 1) * 100, 2000),
    enableOfflineQueue: false,
    connectTimeout: 2000,
    // One that is there and says nothing is away, too: the next request does not wait for it again.
    socketTimeout: 1000,
    enableAutoPipelining: true,
  });
  redis.on('error', () => undefined);
  redis.on('close', () => losses.set(redis, (losses.get(redis) ?? 0) + 1));
  redis.on('ready', () => losses.delete(redis));
  return redis;
}

/** A connection for BullMQ, which waits in blocking commands. */
export function openQueueRedis(url: string, login: RedisLogin = {}): Redis {
  const redis = open(url, login, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  return redis;
}

/** Whether a connection is being made: the first, or the one after a loss. Once that fails, too, Redis is away. */
function isOnItsWay(redis: Redis): boolean {
  if (redis.status === 'connecting' || redis.status === 'connect') return true;
  return (redis.status === 'close' || redis.status === 'reconnecting') && (losses.get(redis) ?? 0) <= 1;
}

/** Waits for a connection that is just being made, as for the first requests of a process. Redis may be away after it. */
export async function untilConnected(redis: Redis): Promise<void> {
  while (isOnItsWay(redis)) {
    await new Promise<void>((resolve) => {
      const end = (): void => {
        redis.off('ready', end).off('close', end).off('end', end);
        resolve();
      };
      redis.once('ready', end).once('close', end).once('end', end);
    });
  }
}

/**
 * Asks what has to be answered, twice if need be: a function's instance that was frozen while it waited for an answer
 * finds on waking that its time is up, and loses the connection though Redis is there.
 */
export async function askRedis<T>(redis: Redis, ask: () => Promise<T>): Promise<T> {
  await untilConnected(redis);
  try {
    return await ask();
  } catch (error) {
    if (!isOnItsWay(redis)) throw error;
    await untilConnected(redis);
    return ask();
  }
}
