import { type Api, type Person, password, startApi, unusedCode, type Visitor } from '@atlas/testing/api';
import { afterAll, expect, it } from 'vitest';

const [first, second, third] = ['first', 'second', 'third'].map((word) => word.padEnd(40, 'x')) as [string, string, string];

const redisDatabase = 14;
const apis: Api[] = [];

async function apiWith(secret: string, ...previous: readonly string[]): Promise<Api> {
  const api = await startApi(redisDatabase, { AUTH_SECRET: secret, AUTH_PREVIOUS_SECRETS: previous.join(',') });
  apis.push(api);
  return api;
}

const codeOf = (visitor: Visitor, uri: string) =>
  visitor.send('POST', '/api/auth/two-factor/verify-totp', { body: { code: unusedCode(uri) } });

/** Somebody who has set up an app where the first secret was the current one. */
async function guarded(api: Api): Promise<Person & { uri: string }> {
  const person = await api.person();
  const { body } = await person.send('POST', '/api/auth/two-factor/enable', { body: { password } });
  expect((await codeOf(person, body.totpURI)).status).toBe(200);
  return { ...person, uri: body.totpURI };
}

/** Signs in with a password, then says as what a code of the app is taken. */
async function statusOfCode(api: Api, { email, uri }: { email: string; uri: string }): Promise<number> {
  const visitor = api.visitor();
  const { body } = await visitor.send('POST', '/api/auth/sign-in/email', { body: { email, password } });
  expect(body).toMatchObject({ twoFactorRedirect: true });
  return (await codeOf(visitor, uri)).status;
}

afterAll(() => Promise.all(apis.map((api) => api.close())));

it('understands apps that were set up with any secret of before', async () => {
  const person = await guarded(await apiWith(first));
  expect(await statusOfCode(await apiWith(second, first), person)).toBe(200);
  expect(await statusOfCode(await apiWith(third, second, first), person)).toBe(200);
});

it('understands none whose secret is forgotten', async () => {
  const person = await guarded(await apiWith(first));
  expect(await statusOfCode(await apiWith(third, second), person)).not.toBe(200);
});

it('ends every session', async () => {
  const person = await (await apiWith(first)).person();
  const [before, after] = await Promise.all([apiWith(first), apiWith(second, first)]);
  const statusAt = async (api: Api): Promise<number> => {
    const visitor = api.visitor();
    visitor.setCookie(person.cookie());
    return (await visitor.send('GET', '/v1/me')).status;
  };
  expect(await statusAt(before)).toBe(200);
  expect(await statusAt(after)).toBe(401);
});
