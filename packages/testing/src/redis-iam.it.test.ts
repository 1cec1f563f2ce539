import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { openRedis, removeKeys, untilConnected } from '@atlas/platform';
import { openQueueRedis } from '@atlas/platform/queue';
import { type Job, Queue, Worker } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startApi } from './api/index.ts';
import { awsKeys, type ElastiCache, startElastiCache } from './lambda/elasticache.ts';

const group = 'atlas-production-queue';
const authorities = tls.getCACertificates('default');
const minutes = (count: number): void => {
  vi.setSystemTime(Date.now() + count * 60_000);
};
const iam = { iam: true };

let cache: ElastiCache;
const trust = () => tls.setDefaultCACertificates([...authorities, readFileSync(cache.authority, 'utf8')]);

beforeAll(async () => {
  cache = await startElastiCache(group);
  trust();
});
afterAll(async () => {
  tls.setDefaultCACertificates(authorities);
  await cache.close();
});
beforeEach(() => {
  for (const [name, value] of Object.entries(awsKeys)) vi.stubEnv(name, value);
  // Nobody asks the machine who it is when the environment does not say it.
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** A queue and its worker as the programs open theirs, on copies of one connection. */
function openQueue() {
  const connection = openQueueRedis(cache.url, iam);
  const place = { connection: connection as never, prefix: 'trial' };
  const queue = new Queue('greetings', place);
  const done: string[] = [];
  const failures: Error[] = [];
  const worker = new Worker('greetings', async (job: Job<{ text: string }>) => void done.push(job.data.text), {
    ...place,
    concurrency: 4,
  });
  worker.on('failed', (_, error) => failures.push(error));
  // A connection that was ended is one, and nothing to complain of.
  queue.on('error', () => undefined);
  worker.on('error', () => undefined);
  return {
    done,
    failures,
    greet: (text: string) => queue.add('greeting', { text }),
    close: async () => {
      await Promise.all([worker.close(), queue.close()]);
      connection.disconnect();
    },
  };
}

describe('who signs in', () => {
  it('may do what programs do, and not what empties or changes Valkey', async () => {
    const redis = openRedis(cache.url, undefined, iam);
    await untilConnected(redis);
    await redis.set('atlas-pr-1:left', 'behind');
    expect(await removeKeys(redis, 'atlas-pr-1')).toBe(1);
    for (const [command, ...rest] of [
      ['flushall'],
      ['flushdb'],
      ['keys', '*'],
      ['monitor'],
      ['config', 'get', '*'],
      ['acl', 'list'],
      ['client', 'list'],
      ['shutdown'],
    ] as [string, ...string[]][])
      await expect(redis.call(command, ...rest), command).rejects.toThrow('NOPERM');
    redis.disconnect();
  });

  it('is enough for the API: people sign up, are known, and are limited', { timeout: 60_000 }, async () => {
    const api = await startApi(0, { REDIS_URL: cache.url, REDIS_IAM: 'true' });
    const taken = cache.taken.length;
    const person = await api.person('Signed Ltd');
    cache.endAll();
    expect((await person.send('GET', '/v1/me')).status).toBe(200);
    expect((await person.send('POST', '/v1/parties', { body: { code: 'C1', name: 'One' } })).status).toBe(201);
    await expect.poll(() => cache.taken.length).toBeGreaterThan(taken);
    await api.close();
  });
});

describe('a token of IAM at ElastiCache', () => {
  it('is the password of every connection, and another one after ten minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const before = cache.taken.length;
    const tokens = new Set<string>();
    for (const pause of [0, 9, 2]) {
      minutes(pause);
      const redis = openRedis(cache.url, 'trial', iam);
      await untilConnected(redis);
      expect(await redis.set('signed', 'in')).toBe('OK');
      expect(await redis.call('ACL', 'WHOAMI').catch(({ message }: Error) => message)).toMatch(/atlas-production-queue|NOPERM/);
      tokens.add(cache.taken.at(-1) ?? '');
      redis.disconnect();
    }
    expect([cache.taken.length - before, tokens.size]).toEqual([3, 2]);
  });

  it('lets a queue and its worker go on when their connections end after twelve hours, and the old token is long dead', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const queue = openQueue();
    await queue.greet('first');
    await expect.poll(() => queue.done).toEqual(['first']);
    const [taken, refused] = [cache.taken.length, cache.refused.length];
    minutes(12 * 60);
    await queue.greet('on the connection that is still there');
    cache.endAll();
    await queue.greet('second');
    await expect.poll(() => queue.done, { timeout: 10_000 }).toHaveLength(3);
    expect(new Set(queue.done)).toEqual(new Set(['first', 'on the connection that is still there', 'second']));
    // The connection of the queue, and the one on which its worker waits.
    await expect.poll(() => cache.taken.length - taken).toBeGreaterThanOrEqual(2);
    expect([cache.refused.length - refused, queue.failures]).toEqual([0, []]);
    await queue.close();
  });

  it('is waited for while AWS gives no credentials, and a client does not give up', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    minutes(24 * 60);
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    const redis = openRedis(cache.url, undefined, iam);
    await untilConnected(redis);
    await expect(redis.get('signed')).rejects.toThrow();
    vi.stubEnv('AWS_ACCESS_KEY_ID', awsKeys.AWS_ACCESS_KEY_ID);
    await expect.poll(() => redis.status, { timeout: 5000 }).toBe('ready');
    redis.disconnect();
  });

  it('of others, or one that nobody has signed, lets nobody in', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    minutes(48 * 60);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'guessed');
    const refused = cache.refused.length;
    const redis = openRedis(cache.url, undefined, iam);
    await expect.poll(() => cache.refused.length).toBeGreaterThan(refused);
    expect(redis.status).not.toBe('ready');
    redis.disconnect();
  });

  it('is not shown to a server with a certificate that nobody has signed', async () => {
    tls.setDefaultCACertificates(authorities);
    const seen = [...cache.taken, ...cache.refused].length;
    const redis = openRedis(cache.url, undefined, iam);
    await untilConnected(redis);
    expect(redis.status).not.toBe('ready');
    redis.disconnect();
    trust();
    expect([...cache.taken, ...cache.refused]).toHaveLength(seen);
  });
});
