import { pathParameters, type Route } from '@atlas/contract';
import { modules } from '@atlas/modules';
import { asAdministrator } from '@atlas/testing';
import {
  type Api,
  type Person,
  password,
  softwareAuthenticator,
  startApi,
  totpCode,
  unusedCode,
  type Visitor,
} from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let api: Api;

beforeAll(async () => {
  api = await startApi(6);
});
afterAll(() => api.close());

const refused = { status: 403, body: { code: 'step_up_required' } };
const post = (visitor: Visitor, path: string, body: unknown = {}) => visitor.send('POST', `/api/auth${path}`, { body });

/** Lets minutes pass since a person last proved who they are. */
async function passTime({ email }: Person, minutes: number): Promise<void> {
  const rows = await asAdministrator<{ token: string }>(
    `update identity.sessions s set authenticated_at = s.authenticated_at - $2::interval from identity.users u
     where u.id = s.user_id and u.email = $1 returning s.token`,
    [email, `${minutes} minutes`],
  );
  await api.resources.redis.del(...rows.map(({ token }) => `atlas:auth:${token}`));
}

/** Asks for a dangerous thing that has no effect. */
const revokeOthers = (visitor: Visitor) => post(visitor, '/revoke-other-sessions');

async function stale(workspace?: string): Promise<Person> {
  const person = await api.person(workspace);
  await passTime(person, 11);
  return person;
}

describe('ten minutes after the last proof of who one is', () => {
  it.each([
    ['/change-email', { newEmail: 'new@example.com' }],
    ['/revoke-sessions', {}],
    ['/revoke-other-sessions', {}],
    ['/delete-user', {}],
    ['/two-factor/enable', { password }],
    ['/two-factor/disable', { password }],
    ['/two-factor/generate-backup-codes', { password }],
    ['/two-factor/get-totp-uri', { password }],
    ['/passkey/verify-registration', { response: {} }],
    ['/passkey/delete-passkey', { id: '019a0000-0000-7000-8000-000000000000' }],
    ['/organization/delete', { organizationId: '019a0000-0000-7000-8000-000000000000' }],
    ['/organization/update-member-role', { memberId: 'x', role: 'owner' }],
    ['/organization/update-member-role', { memberId: 'x', role: ['member', 'owner'] }],
    ['/link-social', { provider: 'google' }],
    ['/unlink-account', { providerId: 'google' }],
  ])('%s wants a new one', async (path, body) => {
    const person = await stale('Dangerous Ltd');
    expect(await post(person, path, body)).toMatchObject(refused);
  });

  it('a passkey is not registered either', async () => {
    const person = await stale();
    expect(await person.send('GET', '/api/auth/passkey/generate-register-options')).toMatchObject(refused);
  });

  it('what is not dangerous goes on', async () => {
    const person = await stale('Harmless Ltd');
    for (const path of ['/v1/parties', '/v1/me', '/api/auth/list-sessions', '/api/auth/get-session'])
      expect((await person.send('GET', path)).status).toBe(200);
  });

  it('nine minutes are still fresh, and who is not signed in is told that', async () => {
    const person = await api.person();
    await passTime(person, 9);
    expect((await revokeOthers(person)).status).toBe(200);
    expect((await revokeOthers(api.visitor())).status).toBe(401);
  });
});

const nobody = '019a0000-0000-7000-8000-000000000000';
const freshRoutes = modules
  .flatMap(({ operations }) => operations.map(({ route }) => route as Route))
  .filter(({ fresh, house }) => fresh && !house);

describe('a route that is declared fresh', () => {
  it.each(freshRoutes)('$name wants a new proof', async ({ method, path }) => {
    const person = await api.person('Routes Ltd');
    const url = pathParameters(path).reduce((text, name) => text.replace(`{${name}}`, nobody), `/v1${path}`);
    const ask = () => person.send(method, url, { body: {}, headers: { 'If-Match': '"1"' } });
    expect((await ask()).body.code).not.toBe('step_up_required');
    await passTime(person, 11);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await ask()).toMatchObject(refused);
    await post(person, '/verify-password', { password });
    expect((await ask()).body.code).not.toBe('step_up_required');
  });

  it('is each that hands out power', () => {
    expect(freshRoutes.map(({ name }) => name)).toContain('identity.api_key.create');
  });
});

describe('someone proves again who they are', () => {
  it('with the password, in the session that they have', async () => {
    const person = await stale();
    const cookie = person.cookie();
    expect((await post(person, '/verify-password', { password: 'a wrong password' })).status).toBe(400);
    expect(await revokeOthers(person)).toMatchObject(refused);
    expect((await post(person, '/verify-password', { password })).status).toBe(200);
    expect((await revokeOthers(person)).status).toBe(200);
    expect(person.cookie()).toBe(cookie);
    const { authenticatedAt } = (await person.send('GET', '/v1/me')).body;
    expect(Date.now() - Date.parse(authenticatedAt)).toBeLessThan(60_000);
  });

  it('with a code, and not with a wrong one', async () => {
    const person = await api.person();
    const { body } = await post(person, '/two-factor/enable', { password });
    await post(person, '/two-factor/verify-totp', { code: unusedCode(body.totpURI) });
    await passTime(person, 11);
    const wrong = String((Number(totpCode(body.totpURI)) + 500_000) % 1_000_000).padStart(6, '0');
    await post(person, '/two-factor/verify-totp', { code: wrong });
    expect(await revokeOthers(person)).toMatchObject(refused);
    await post(person, '/two-factor/verify-totp', { code: unusedCode(body.totpURI) });
    expect((await revokeOthers(person)).status).toBe(200);
    await passTime(person, 11);
    await post(person, '/two-factor/verify-backup-code', { code: body.backupCodes[0] });
    expect((await revokeOthers(person)).status).toBe(200);
  });

  it('with a passkey, which makes a session anew in the same workspace and ends the old one', async () => {
    const person = await api.person('First Ltd');
    const key = softwareAuthenticator(api.origin);
    const { challenge } = (await person.send('GET', '/api/auth/passkey/generate-register-options')).body;
    await post(person, '/passkey/verify-registration', { response: key.register(challenge) });
    await post(person, '/organization/create', { name: 'Second Ltd', slug: `u-${Date.now()}` });
    const { tenantId } = (await person.send('GET', '/v1/me')).body;
    await passTime(person, 11);
    const options = await person.send('GET', '/api/auth/passkey/generate-authenticate-options');
    const response = key.authenticate(options.body.challenge);
    expect((await post(person, '/passkey/verify-authentication', { response })).status).toBe(200);
    expect((await revokeOthers(person)).status).toBe(200);
    expect((await person.send('GET', '/v1/me')).body.tenantId).toBe(tenantId);
    expect((await person.send('GET', '/api/auth/list-sessions')).body).toHaveLength(1);
  });

  it('for themselves only', async () => {
    const person = await stale();
    const elsewhere = api.visitor();
    await post(elsewhere, '/sign-in/email', { email: person.email, password });
    await post(elsewhere, '/verify-password', { password });
    expect(await revokeOthers(person)).toMatchObject(refused);
  });
});
