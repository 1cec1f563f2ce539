import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { askRedis, openRedis, type Redis, untilConnected } from './redis.ts';

/** A process that is frozen between two requests finds, on waking, that more time has passed than Redis may take. */
const freeze = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const turn = () => new Promise((resolve) => setImmediate(resolve));

let redis: Redis;
let lost: () => number;

beforeEach(async () => {
  redis = openRedis(`${inject('redisUrl')}/5`);
  let closes = 0;
  redis.on('close', () => {
    closes += 1;
  });
  lost = () => closes;
  await untilConnected(redis);
});
afterEach(() => redis.disconnect());

describe('a connection that was frozen while it waited for an answer', () => {
  it('is made anew for the next request', async () => {
    redis.get('frozen').catch(() => undefined);
    await turn();
    freeze(1200);
    await turn();
    await turn();
    expect(await askRedis(redis, () => redis.ping())).toBe('PONG');
    expect(lost(), 'it was really lost').toBe(1);
  });

  it('asks again what was asked as the time ran out', async () => {
    redis.get('frozen').catch(() => undefined);
    await turn();
    freeze(1200);
    expect(await askRedis(redis, () => redis.ping())).toBe('PONG');
    expect(lost(), 'it was really lost').toBe(1);
  });
});

describe('a Redis that is away', () => {
  it('is waited for once, and then no more', async () => {
    const nothing = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(nothing, 'listening');
    const away = openRedis(`redis://127.0.0.1:${(nothing.address() as { port: number }).port}`);
    for (let attempt = 0; attempt < 2; attempt++) await new Promise((resolve) => away.once('close', resolve));
    while (away.status !== 'reconnecting') await turn();
    expect(await untilConnected(away).then(() => away.status), 'between two attempts').toBe('reconnecting');
    await expect(askRedis(away, () => away.ping())).rejects.toThrow();
    away.disconnect();
    nothing.close();
  });
});
