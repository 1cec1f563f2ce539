import type { Redis } from './redis.ts';

/** Copies of what PostgreSQL knows. A Redis that does not answer is a cache that is empty. */
export type Copies = {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, seconds?: number): Promise<void>;
  /** To be called when PostgreSQL knows something else from now on. */
  remove(key: string): Promise<void>;
};

/** Keeps copies in Redis. What it was away for when it changed is removed as soon as it is back, before anything is read. */
export function openCopies(redis: Redis): Copies {
  const outdated = new Set<string>();
  const remove = async (key: string): Promise<void> => {
    outdated.add(key);
    await redis.del(key).then(
      () => outdated.delete(key),
      () => undefined,
    );
  };
  redis.on('ready', () => {
    for (const key of outdated) void remove(key);
  });
  return {
    get: (key) => redis.get(key).catch(() => null),
    set: async (key, value, seconds) => {
      const set = seconds ? redis.set(key, value, 'EX', seconds) : redis.set(key, value);
      await set.catch(() => outdated.add(key));
    },
    remove,
  };
}
