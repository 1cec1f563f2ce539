import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { type Api, type Person, password, startApi, type Visitor } from '@atlas/testing/api';
import { type Server, startRedis } from '@atlas/testing/services';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

/** Two instances on one database and one Redis, which keeps a file. */
let redis: Server;
let folder: string;
let api: Api;
let other: Api;

const me = (visitor: Visitor) => visitor.send('GET', '/v1/me');
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const start = (port?: number) => startRedis({ folder, durable: true, ...(port === undefined ? {} : { port }) });
const bothReady = () =>
  expect.poll(() => [api, other].map(({ resources }) => resources.redis.status)).toEqual(['ready', 'ready']);

beforeAll(async () => {
  folder = mkdtempSync(join(inject('testFolder'), 'redis-sessions-'));
  redis = await start();
  [api, other] = await Promise.all([startApi(0, { REDIS_URL: redis.url }), startApi(0, { REDIS_URL: redis.url })]);
});
afterAll(async () => {
  await Promise.all([api.close(), other.close()]);
  await redis.stop();
});

/** The same browser at the other instance. */
const there = (visitor: Visitor): Visitor => {
  const copy = other.visitor();
  copy.setCookie(visitor.cookie());
  return copy;
};

async function signIn({ email }: Person): Promise<Visitor> {
  const visitor = api.visitor();
  await visitor.send('POST', '/api/auth/sign-in/email', { body: { email, password } });
  return visitor;
}

const statuses = (...visitors: Visitor[]) => Promise.all(visitors.map(async (visitor) => (await me(visitor)).status));

describe('while Redis is away', () => {
  it('nobody is signed out, a session that is revoked dies everywhere, and stays dead when Redis is back with its file', async () => {
    const person = await api.person('First Ltd');
    const first = (await me(person)).body.tenantId;
    await person.send('POST', '/api/auth/organization/create', { body: { name: 'Second Ltd', slug: `r-${Date.now()}` } });
    const lost = await signIn(person);
    expect(await statuses(person, there(person), lost, there(lost))).toEqual([200, 200, 200, 200]);
    await redis.stop();
    expect(await statuses(person, there(person), lost, there(lost))).toEqual([200, 200, 200, 200]);
    expect((await person.send('POST', '/api/auth/revoke-other-sessions', { body: {} })).status).toBe(200);
    await person.send('POST', '/api/auth/organization/set-active', { body: { organizationId: first } });
    await wait(1000);
    expect(await statuses(person, there(person), lost, there(lost))).toEqual([200, 200, 401, 401]);

    // Whoever knew what to remove from Redis ends before it is back.
    await api.close();
    redis = await start(Number(new URL(redis.url).port));
    api = await startApi(0, { REDIS_URL: redis.url });
    await bothReady();
    await wait(1000);
    expect(await statuses(there(person), there(lost))).toEqual([200, 401]);
    expect((await me(there(person))).body.tenantId, 'the workspace that was chosen meanwhile').toBe(first);
    expect((await there(lost).send('GET', '/api/auth/get-session')).body, 'for Better Auth, too').toBeNull();
  });
});

describe('a Redis that has lost everything', () => {
  it('is filled again by who is asked for, not with what ended meanwhile', async () => {
    const person = await api.person();
    const token = decodeURIComponent(person.cookie().split(/=(.*)/s)[1] ?? '').split('.')[0];
    const kept = () => api.resources.redis.get(`atlas:auth:${token}`);
    await api.resources.redis.flushdb();
    await wait(1000);
    expect((await me(person)).status).toBe(200);
    expect(JSON.parse((await kept()) ?? '{}')).toMatchObject({ user: { email: person.email } });
    await person.send('POST', '/api/auth/sign-out', { body: {} });
    expect(await kept()).toBe('');
  });
});
