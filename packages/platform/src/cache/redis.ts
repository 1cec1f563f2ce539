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

/** Waits for a connection that is just being made, as it is for the first requests of a process. Redis may be away after it. */
export async function untilConnected(redis: Redis): Promise<void> {
  if (redis.status !== 'connecting' && redis.status !== 'connect') return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      redis.off('ready', end).off('close', end);
      resolve();
    };
    redis.once('ready', end).once('close', end);
  });
}
