import { Redis } from 'ioredis';

export type { Redis } from 'ioredis';

/** A connection for commands that must answer soon or fail, at once when Redis is away: caches, sessions, limits. */
export function openRedis(url: string): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    connectTimeout: 2000,
    // One that is there and says nothing is away, too: the next request does not wait for it again.
    socketTimeout: 1000,
    enableAutoPipelining: true,
  });
  redis.on('error', () => undefined);
  return redis;
}

/** A connection for BullMQ, which waits in blocking commands. */
export function openQueueRedis(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  return redis;
}
