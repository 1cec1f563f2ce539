import { uuidv7 } from '@atlas/kernel';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Copies, openCopies } from './copies.ts';
import { openRedis, type Redis } from './redis.ts';

let redis: Redis;
let copies: Copies;

beforeAll(async () => {
  redis = openRedis(`${inject('redisUrl')}/5`);
  await new Promise((resolve) => redis.once('ready', resolve));
  copies = openCopies(redis);
});
afterAll(() => redis.disconnect());

describe('a copy', () => {
  it('of what was read before it changed is not kept', async () => {
    const key = uuidv7();
    await copies.setNew(key, 'old', 60);
    await copies.supersede(key);
    // Someone who read PostgreSQL before the change comes late.
    await copies.setNew(key, 'old', 60);
    expect(await redis.get(key)).toBe('');
    expect(await redis.ttl(key)).toBeGreaterThan(0);
  });

  it('is kept anew once that cannot happen any more', async () => {
    const key = uuidv7();
    await copies.supersede(key);
    await redis.del(key);
    await copies.setNew(key, 'new', 60);
    expect(await copies.get(key)).toBe('new');
  });
});
