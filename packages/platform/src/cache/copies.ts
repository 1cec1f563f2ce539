import type { Redis } from './redis.ts';

/** Copies of what PostgreSQL knows. A Redis that does not answer is a cache that is empty. */
export type Copies = {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, seconds?: number): Promise<void>;
  /** To be called when PostgreSQL knows something else from now on. */
  remove(key: string): Promise<void>;
  /** As `remove`, and whoever read PostgreSQL before keeps no copy of that: see `setNew`. */
  supersede(key: string): Promise<void>;
  /** Keeps a copy of what was read a moment ago, unless it was superseded meanwhile or there is one. */
  setNew(key: string, value: string, seconds: number): Promise<void>;
};

/** Longer than anyone takes from reading PostgreSQL to keeping a copy. A superseded copy is an empty text. */
const supersededSeconds = 10;

/** Keeps copies in Redis. What it was away for when it changed is removed as soon as it is back, before anything is read. */
export function openCopies(redis: Redis): Copies {
  const outdated = new Set<string>();
  const outdating = async (key: string, change: () => Promise<unknown>): Promise<void> => {
    outdated.add(key);
    await change().then(
      () => outdated.delete(key),
      () => undefined,
    );
  };
  const remove = (key: string): Promise<void> => outdating(key, () => redis.del(key));
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
    supersede: (key) => outdating(key, () => redis.set(key, '', 'EX', supersededSeconds)),
    setNew: async (key, value, seconds) => {
      await redis.set(key, value, 'EX', seconds, 'NX').catch(() => outdated.add(key));
    },
  };
}
