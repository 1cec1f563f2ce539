import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { anonymousRule, authRules, keyRule, lockoutOn, openLimiter, spanRule, tenantRules } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Api, type Person, password } from '../api/index.ts';
import { startRedis } from '../services/redis.ts';
import { newEmail, startStrictApi, strangerAt } from './stand.ts';

const unavailable = { status: 503, body: { code: 'unavailable' } };

let redis: Awaited<ReturnType<typeof startRedis>>;
let folder: string;
let api: Api;
let owner: Person;
let leaving: Person;

beforeAll(async () => {
  folder = mkdtempSync(join(inject('testFolder'), 'redis-away-'));
  redis = await startRedis({ folder, durable: false });
  api = await startStrictApi({ REDIS_URL: redis.url, RATE_LIMIT_FACTOR: '0.1' });
  [owner, leaving] = [await api.person('Steady Ltd'), await api.person()];
  expect((await owner.send('GET', '/v1/parties')).status).toBe(200);
  await redis.stop();
});
afterAll(async () => {
  await api.close();
  await redis.stop();
});

describe('while Redis is away', () => {
  it('sessions go on, and so does business', async () => {
    for (let moment = 0; moment < 3; moment++) {
      expect((await owner.send('GET', '/v1/me')).status).toBe(200);
      expect((await owner.send('GET', '/v1/parties')).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
    expect((await owner.send('POST', '/v1/parties', { body: { code: 'AWAY', name: 'Away' } })).status).toBe(201);
  });

  it('who signs out is signed out', async () => {
    expect((await leaving.send('POST', '/api/auth/sign-out', { body: {} })).status).toBe(200);
    expect((await leaving.send('GET', '/v1/me')).status).toBe(401);
  });

  it.each([...authRules, anonymousRule, spanRule, keyRule, ...Object.values(tenantRules).flatMap((rule) => rule ?? [])])(
    '$name is $whenRedisIsAway',
    async (rule) => {
      const taken = openLimiter(api.resources.redis, 1).take(rule, 'somebody');
      if (rule.whenRedisIsAway === 'open') expect(await taken).toBeNull();
      else await expect(taken).rejects.toMatchObject({ code: 'unavailable' });
    },
  );

  it.each(authRules)('what $name is for is answered as that says', async ({ paths, per, whenRedisIsAway, name }) => {
    // Some paths know the account by the session only.
    const caller = per === 'account' || per === 'guesser' ? owner : strangerAt(api);
    for (const path of paths) {
      const full = `/api/auth${path.endsWith('/') ? `${path}x` : path}`;
      const answer = await caller.send('POST', full, { body: { email: newEmail() } });
      if (whenRedisIsAway === 'closed') {
        expect(answer, name).toMatchObject(unavailable);
        expect(answer.headers.get('retry-after')).toBe('1');
      } else if (path === '/') expect(answer.status).toBe(404);
    }
  });

  it('nobody guesses a password, and who asks for failures is told to expect the worst', async () => {
    expect(await strangerAt(api).signIn(owner.email)).toMatchObject(unavailable);
    expect(await lockoutOn(api.resources.redis).failuresOf(owner.email, '198.51.100.1')).toBe(Number.POSITIVE_INFINITY);
  });

  it('each process goes on counting for itself', async () => {
    const stranger = strangerAt(api);
    const statuses = [];
    for (let times = 0; times < 130; times++) statuses.push((await stranger.send('GET', '/v1/me')).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(120);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('once Redis is back', () => {
  it('people sign in again', { timeout: 60_000 }, async () => {
    redis = await startRedis({ folder, durable: false, port: Number(new URL(redis.url).port) });
    await expect.poll(async () => (await strangerAt(api).signIn(owner.email, password)).status, { timeout: 20_000 }).toBe(200);
    expect((await owner.send('GET', '/v1/me')).status).toBe(200);
  });
});
