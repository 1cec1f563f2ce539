import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Person, startApi } from '../api/index.ts';
import { webOrigin } from '../services/program.ts';
import { authEndpoints, redisDatabase } from './stand.ts';

let api: Api;
let person: Person;

beforeAll(async () => {
  api = await startApi(redisDatabase);
  person = await api.person('Straight Ltd');
});
afterAll(() => api.close());

const fields = ['callbackURL', 'redirectTo', 'errorCallbackURL', 'newUserCallbackURL'];

const elsewhere = [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/%5Cevil.example',
  '/\t/evil.example',
  'https:evil.example',
  `${webOrigin}.evil.example/`,
  `${webOrigin}@evil.example/`,
  'javascript:alert(1)//evil.example',
  'data:text/html,evil.example',
];

/** Where a browser would go with an answer. */
function destination(answer: { headers: Headers; body: unknown }): URL | null {
  const { url } = (answer.body ?? {}) as { url?: unknown };
  const target = answer.headers.get('location') ?? (typeof url === 'string' ? url : null);
  return target === null ? null : new URL(target, webOrigin);
}

const withFields = (value: string) => Object.fromEntries(fields.map((field) => [field, value]));

describe('no endpoint of sign-in leads elsewhere', () => {
  it.each(elsewhere)('not to %j', async (target) => {
    const query = new URLSearchParams({ token: 'x', ...withFields(target) });
    for (const { method, path } of authEndpoints(api)) {
      if (path.endsWith('/sign-out')) continue;
      const sent = method === 'GET' ? {} : { body: { email: person.email, password: 'x'.repeat(12), ...withFields(target) } };
      for (const caller of [api.visitor(), person]) {
        const answer = await caller.send(method, method === 'GET' ? `${path}?${query}` : path, sent);
        expect(answer.status, path).toBeLessThan(500);
        const url = destination(answer);
        expect({ path, leads: url?.origin ?? webOrigin }).toEqual({ path, leads: webOrigin });
        expect(url?.href ?? '', path).not.toMatch(/^\w+:\/\/[^/]*evil/);
      }
    }
  });

  it.each(['/request-password-reset', '/sign-in/email', '/sign-up/email'])('but %s says so', async (path) => {
    for (const target of elsewhere) {
      const body = { email: person.email, password: 'correct horse battery', name: 'x', callbackURL: target, redirectTo: target };
      const { status } = await api.visitor().send('POST', `/api/auth${path}`, { body });
      expect({ target, status }).toEqual({ target, status: 403 });
    }
  });
});
