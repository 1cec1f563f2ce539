import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Api, startApi, type Visitor } from '../api/index.ts';
import { asAdministrator } from '../database.ts';
import { newAddress, redisDatabase, startStrictApi, strangerAt } from './stand.ts';

let api: Api;
let production: Api;
/** On the same database and Redis: where people sign up. */
let lenient: Api;
let owner: Visitor;

/** Somebody who signed up elsewhere, at the API whose limits are tested. */
function here(person: Visitor): Visitor {
  const visitor = api.visitor();
  visitor.setCookie(person.cookie());
  return visitor;
}

beforeAll(async () => {
  [lenient, api, production] = await Promise.all([
    startApi(redisDatabase),
    // A twentieth of everything, so that a limit is within reach.
    startStrictApi({ RATE_LIMIT_FACTOR: '0.05' }),
    startApi(redisDatabase, { PUBLIC_URL: 'https://erp.example', NODE_ENV: 'production' }),
  ]);
  owner = here(await lenient.person('Headers Ltd'));
});
afterAll(() => Promise.all([lenient.close(), api.close(), production.close()]));

const paths = [
  '/v1/me',
  '/v1/parties',
  '/v1/nothing',
  '/v1/openapi.json',
  '/v1/docs',
  '/api/auth/get-session',
  '/api/auth/nothing',
];

describe('every answer', () => {
  it.each(paths)('of %s is kept by nobody, guessed at by nobody and embedded by nobody', async (path) => {
    for (const visitor of [owner, strangerAt(api)]) {
      const { headers } = await visitor.send('GET', path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('strict-transport-security'), 'there is no https here').toBeNull();
    }
  });

  it('tells browsers in production to come by https only', async () => {
    for (const path of [...paths, '/health/live']) {
      const { headers } = await production.visitor().send('GET', path);
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}; includeSubDomains$/);
    }
  });
});

const rateLimit = ({ headers }: Answer) => ({
  limit: Number(headers.get('ratelimit-limit')),
  remaining: Number(headers.get('ratelimit-remaining')),
  reset: Number(headers.get('ratelimit-reset')),
});

/** Sends until somebody is refused, at most so often. */
async function untilRefused(most: number, send: () => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < most && answers.at(-1)?.status !== 429)
    answers.push(...(await Promise.all(Array.from({ length: 20 }, send))));
  return answers;
}

function expectRefusal(answers: readonly Answer[]): void {
  const refusal = answers.find(({ status }) => status === 429);
  expect(refusal).toMatchObject({ body: { status: 429, code: 'too_many_requests', title: 'You asked too often' } });
  expect(refusal?.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(Number(refusal?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refusal && rateLimit(refusal).remaining).toBe(0);
}

describe('a limit', () => {
  it('is told to a tenant with each answer, and holds for all its people together', async () => {
    const boss = await lenient.person('Together Ltd');
    const [owner, member] = [here(boss), here(await lenient.member(boss))];
    const first = rateLimit(await owner.send('GET', '/v1/parties'));
    const second = rateLimit(await member.send('GET', '/v1/me'));
    expect(first.limit).toBe(300);
    expect(second.remaining).toBeLessThan(first.remaining);
    expect(first.reset).toBeGreaterThan(0);
    expectRefusal(await untilRefused(1200, () => member.send('GET', '/v1/me')));
    expect((await strangerAt(api).send('GET', '/v1/me')).status, 'others are served').toBe(401);
  });

  it('depends on the plan of the tenant, which it cannot choose', async () => {
    const boss = await lenient.person('Small Ltd');
    await boss.send('POST', '/api/auth/organization/update', { body: { data: { name: 'Small Ltd', plan: 'unlimited' } } });
    const { tenantId } = (await boss.send('GET', '/v1/me')).body;
    const [stored] = await asAdministrator('select plan from identity.organizations where id = $1', [tenantId]);
    expect(stored).toEqual({ plan: 'standard' });
    await asAdministrator(`update identity.organizations set plan = 'free' where id = $1`, [tenantId]);
    await expect.poll(async () => rateLimit(await here(boss).send('GET', '/v1/me')).limit).toBe(25);
  });

  it('is told to a program by its key, and does not take everything from the people of its tenant', async () => {
    const boss = await lenient.person('Programs Ltd');
    const account = await boss.send('POST', '/v1/service-accounts', { body: { name: 'Shop' } });
    const ask = { serviceAccountId: account.body.id, name: 'shop', permissions: ['parties.*'] };
    const { key } = (await boss.send('POST', '/v1/api-keys', { body: ask })).body;
    const headers = { authorization: `Bearer ${key}` };
    const answers = await untilRefused(400, () => api.visitor().send('GET', '/v1/parties', { headers }));
    expect(answers[0] && rateLimit(answers[0]).limit).toBe(100);
    expectRefusal(answers);
    expect((await here(boss).send('GET', '/v1/parties')).status).toBe(200);
  });

  it('is told to whoever is not signed in, by their address', async () => {
    const [mine, theirs] = [strangerAt(api), strangerAt(api)];
    const answers = await untilRefused(200, () => mine.send('GET', '/v1/parties'));
    expect(answers[0]).toMatchObject({ status: 401 });
    expectRefusal(answers);
    expect((await theirs.send('GET', '/v1/parties')).status).toBe(401);
  });

  it('is told at sign-in: of all that count, the tightest', async () => {
    const address = newAddress();
    const body = { email: 'nobody@example.com' };
    const answer = await strangerAt(api, address).send('POST', '/api/auth/sign-in/magic-link', { body });
    expect(rateLimit(answer)).toMatchObject({ limit: 1, remaining: 0 });
    expectRefusal([await strangerAt(api, address).send('POST', '/api/auth/sign-in/magic-link', { body })]);
  });
});
