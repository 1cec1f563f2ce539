import { pathParameters } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import type { Callable } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Person, startApi } from '../api/index.ts';
import { authEndpoints, redisDatabase, startStrictApi } from './stand.ts';

const nobody = '019a0000-0000-7000-8000-000000000000';
const evil = 'https://evil.example';

let api: Api;
let owner: Person;

beforeAll(async () => {
  api = await startApi(redisDatabase);
  owner = await api.person('Careful Ltd');
});
afterAll(() => api.close());

/** Sends what a browser would, with nothing added. */
const browse = (method: string, path: string, headers: Record<string, string>) =>
  fetch(`${api.url}${path}`, {
    method,
    redirect: 'manual',
    headers: { Cookie: owner.cookie(), 'Content-Type': 'application/json', 'Idempotency-Key': uuidv7(), ...headers },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });

const mutations = modules
  .flatMap(({ operations }) => operations as readonly Callable[])
  .filter(({ route }) => route.method !== 'GET')
  .map(({ route }) => {
    const path = pathParameters(route.path).reduce((text, name) => text.replace(`{${name}}`, nobody), `/v1${route.path}`);
    return { name: route.name, method: route.method, path };
  });

describe('a page of a stranger cannot change anything', () => {
  it.each(mutations)('by $name', async ({ method, path }) => {
    const forbidden = { status: 403, code: 'forbidden' };
    for (const headers of [
      { Origin: evil },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      {},
    ]) {
      const response = await browse(method, path, headers);
      expect(await response.json(), JSON.stringify(headers)).toMatchObject(forbidden);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('by any endpoint of sign-in, whether it says where it comes from or not', async () => {
    const endpoints = authEndpoints(api).filter(({ method }) => method === 'POST');
    expect(endpoints.length).toBeGreaterThan(20);
    for (const { method, path } of endpoints) {
      for (const headers of [{ Origin: evil }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }, {}]) {
        const { status } = await browse(method, path, headers);
        expect({ path, headers, status }).toEqual({ path, headers, status: 403 });
      }
    }
    expect((await owner.send('GET', '/v1/me')).status, 'still signed in').toBe(200);
  });

  it('by any endpoint of sign-in on behalf of somebody who is not signed in', async () => {
    for (const { method, path } of authEndpoints(api).filter((endpoint) => endpoint.method === 'POST')) {
      const answer = await api.visitor().send(method, path, { body: {}, headers: { Origin: evil } });
      expect({ path, status: answer.status, code: answer.body?.code }).toEqual({ path, status: 403, code: 'forbidden' });
    }
  });

  it('by signing somebody in as itself', async () => {
    for (const path of ['/api/auth/sign-in/email', '/api/auth/sign-up/email']) {
      const body = { email: owner.email, password: 'correct horse battery', name: 'x' };
      const answer = await api.visitor().send('POST', path, { body, headers: { Origin: evil } });
      expect(answer.status).toBe(403);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });
});

describe('who has the cookie', () => {
  it.each([
    ['our own page', { 'Sec-Fetch-Site': 'same-origin' }],
    ['an address that was typed in', { 'Sec-Fetch-Site': 'none' }],
  ])('acts by it from %s', async (_where, headers) => {
    expect((await browse('POST', '/v1/parties', headers)).status).toBe(422);
  });

  it('reads by it without saying where from', async () => {
    expect((await browse('GET', '/v1/parties', {})).status).toBe(200);
  });

  it('does not need to say so as a program with a key, whatever cookies come along', async () => {
    const account = await owner.send('POST', '/v1/service-accounts', { body: { name: 'Shop' } });
    const ask = { serviceAccountId: account.body.id, name: 'shop', permissions: ['parties.*'] };
    const { key } = (await owner.send('POST', '/v1/api-keys', { body: ask })).body;
    expect((await browse('POST', '/v1/parties', { Authorization: `Bearer ${key}` })).status).toBe(422);
  });
});

describe('a form, which needs no permission to be sent anywhere,', () => {
  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'is not read: %s',
    async (type) => {
      for (const path of ['/v1/parties', '/api/auth/sign-in/email', '/api/auth/sign-out']) {
        const headers = { 'Content-Type': type };
        const answer = await owner.send('POST', path, { body: 'email=a@b.example&password=c', headers });
        expect({ path, status: answer.status }).toEqual({ path, status: 415 });
      }
    },
  );
});

describe('the cookie of a session', () => {
  it('is for this site, for no script, and over https for https only', async () => {
    const secure = await startStrictApi({ PUBLIC_URL: 'https://erp.example', NODE_ENV: 'production', RATE_LIMIT_FACTOR: '1000' });
    try {
      const answer = await secure.visitor().send('POST', '/api/auth/sign-up/email', {
        body: { email: `${uuidv7()}@example.com`, password: 'correct horse battery', name: 'Ada' },
        headers: { Origin: 'https://erp.example' },
      });
      const session = answer.headers.getSetCookie().find((cookie) => cookie.includes('session_token'));
      expect(session).toMatch(/^__Secure-atlas\.session_token=/);
      for (const attribute of [/; HttpOnly/i, /; Secure/i, /; SameSite=Lax/i, /; Path=\//i]) expect(session).toMatch(attribute);
      expect(session).not.toMatch(/; Domain=/i);
    } finally {
      await secure.close();
    }
  });
});
