import { keysOf, type Redis } from './redis.ts';

/** Looked at in one go: others are served in between. */
const batch = 1000;

/**
 * Removes all that a stage has in a Redis that it shares.
 *
 * @param redis a connection that sees the keys of all stages
 * @returns how many there were
 */
export async function removeKeys(redis: Redis, stage: string): Promise<number> {
  let [removed, cursor] = [0, '0'];
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', `${keysOf(stage)}*`, 'COUNT', batch);
    if (keys.length > 0) removed += await redis.unlink(keys);
    cursor = next;
  } while (cursor !== '0');
  return removed;
}
