import { partyCreated } from '@atlas/parties/contract';
import { defineModule, job, openDatabase, openLimiter, openLog, openRedis, type Rule } from '@atlas/platform';
import { openQueueRedis, startRelay, startWorker } from '@atlas/platform/queue';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type Api, startApi, type Visitor } from './api/index.ts';
import { asAdministrator, otherDatabase, testDatabase, useOwnDatabase } from './database.ts';
import { testStorage } from './world.ts';

useOwnDatabase();

/** Two stages of branches that share a Redis, as on the foundation of previews; one secret signs the cookies of both. */
const redisDatabase = 25;
const redisUrl = `${inject('redisUrl')}/${redisDatabase}`;
const [here, there] = ['atlas-pr-1-5f1d', 'atlas-pr-1000-7c2e'];
type Urls = { readonly app: string; readonly relay: string; readonly auth: string };
let neighbour: Awaited<ReturnType<typeof otherDatabase>>;
let one: Api;
let other: Api;

const environmentOf = ({ app, relay, auth }: Urls) => ({
  DATABASE_APP_URL: app,
  DATABASE_RELAY_URL: relay,
  DATABASE_AUTH_URL: auth,
});

beforeAll(async () => {
  neighbour = await otherDatabase();
  one = await startApi(redisDatabase, { REDIS_PREFIX: here });
  other = await startApi(redisDatabase, { REDIS_PREFIX: there, ...environmentOf(neighbour.urls) });
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await neighbour.drop();
});

const log = openLog('test', 'silent');

/** The relay and the worker of a stage, which notes whom it has seen. */
function queueOf(prefix: string, urls: Urls) {
  const connection = openQueueRedis(redisUrl);
  const db = openDatabase({ url: urls.app, poolSize: 2, preparedStatements: true });
  const seen: string[] = [];
  const note = job({ name: 'trial.customer.note', on: partyCreated, run: async (_run, { code }) => void seen.push(code) });
  const modules = [defineModule('trial', { jobs: [note] })];
  const place = { connection, prefix, log };
  const parts: { stop(): Promise<void> }[] = [];
  return {
    seen,
    relay: () => parts.push(startRelay({ databaseUrl: urls.relay, ...place, handled: new Set([partyCreated.name]) })),
    work: () => parts.push(startWorker({ ...place, modules, concurrency: 1, lockMs: 5000, db, storage: testStorage() })),
    stop: async () => {
      await Promise.all(parts.map((part) => part.stop()));
      await db.close();
      connection.disconnect();
    },
  };
}

const untilTrue = (condition: () => boolean | Promise<boolean>) => vi.waitUntil(condition, { timeout: 20_000, interval: 50 });

describe('two stages on one Redis', () => {
  it('know nobody of each other, even though one secret signs their cookies', async () => {
    const person = await one.person();
    const nameOf = async (visitor: Visitor) => (await visitor.send('GET', '/api/auth/get-session')).body?.user.name;
    expect(await nameOf(person)).toBe('Ada');
    const stranger = other.visitor();
    stranger.setCookie(person.cookie());
    expect(await nameOf(stranger)).toBeUndefined();
  });

  it('do not make each other’s people wait', async () => {
    const [person, twin] = [await one.person(), other.visitor()];
    const body = { email: person.email, password: 'none of theirs' };
    await twin.send('POST', '/api/auth/sign-up/email', {
      body: { email: person.email, password: 'correct horse battery', name: 'Ada' },
    });
    const guess = async (api: Api) => (await api.visitor().send('POST', '/api/auth/sign-in/email', { body })).status;
    for (let tries = 0; tries < 5; tries++) expect(await guess(one)).toBe(401);
    expect(await guess(one)).toBe(429);
    expect(await guess(other)).toBe(401);
  });

  it('count for themselves', async () => {
    const rule: Rule = { name: 'trial', per: 'address', limit: 1, seconds: 600, whenRedisIsAway: 'closed', because: '' };
    const connections = [openRedis(redisUrl, here), openRedis(redisUrl, here), openRedis(redisUrl, there)];
    const verdicts = [];
    for (const redis of connections) verdicts.push(await openLimiter(redis, 1).take(rule, 'somebody'));
    for (const redis of connections) redis.disconnect();
    expect(verdicts.map((verdict) => verdict?.allowed)).toEqual([true, false, true]);
  });

  it('leave each other’s jobs alone, and no key outside what is theirs', async () => {
    const [mine, theirs] = [queueOf(here, (await testDatabase()).urls), queueOf(there, neighbour.urls)];
    const plain = openRedis(redisUrl);
    try {
      mine.relay();
      const [person, twin] = [await one.person('Mine'), await other.person('Theirs')];
      expect((await person.send('POST', '/v1/parties', { body: { code: 'MINE', name: 'Mine' } })).status).toBe(201);
      const published = 'select id from outbox_messages where name = $1 and published_at is not null';
      await untilTrue(async () => (await asAdministrator(published, [partyCreated.name])).length === 1);
      const [message] = await asAdministrator<{ id: string }>(published, [partyCreated.name]);

      theirs.work();
      theirs.relay();
      expect((await twin.send('POST', '/v1/parties', { body: { code: 'THEIRS', name: 'Theirs' } })).status).toBe(201);
      await untilTrue(() => theirs.seen.length > 0);
      // One at a time, in order: had it been theirs, it would have been taken before.
      expect(await plain.exists(`${here}:bull:atlas:${message?.id}`)).toBe(1);
      mine.work();
      await untilTrue(() => mine.seen.length > 0);
      expect([mine.seen, theirs.seen]).toEqual([['MINE'], ['THEIRS']]);
      const keys = await plain.keys('*');
      expect(keys.filter((key) => ![here, there].some((stage) => key.startsWith(`${stage}:`)))).toEqual([]);
    } finally {
      await Promise.all([mine.stop(), theirs.stop()]);
      plain.disconnect();
    }
  });
});
