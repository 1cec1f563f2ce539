import {
  type Api,
  type Authenticator,
  password,
  softwareAuthenticator,
  startApi,
  unusedCode,
  type Visitor,
} from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let api: Api;

beforeAll(async () => {
  api = await startApi(7);
});
afterAll(() => api.close());

const me = async (visitor: Visitor) => (await visitor.send('GET', '/v1/me')).body;
const device = (origin = api.origin) => softwareAuthenticator(origin);

const challengeFor = async (visitor: Visitor, what: 'register' | 'authenticate'): Promise<string> =>
  (await visitor.send('GET', `/api/auth/passkey/generate-${what}-options`)).body.challenge;

async function register(visitor: Visitor, key: Authenticator, userVerified = true) {
  const response = key.register(await challengeFor(visitor, 'register'), { userVerified });
  return visitor.send('POST', '/api/auth/passkey/verify-registration', { body: { response, name: 'Laptop' } });
}

async function signIn(visitor: Visitor, key: Authenticator, userVerified = true) {
  const response = key.authenticate(await challengeFor(visitor, 'authenticate'), { userVerified });
  return visitor.send('POST', '/api/auth/passkey/verify-authentication', { body: { response } });
}

describe('a passkey', () => {
  it('is asked for at the host where people reach the web app, with what unlocks the device', async () => {
    const person = await api.person();
    const { body } = await person.send('GET', '/api/auth/passkey/generate-register-options');
    expect(body).toMatchObject({
      rp: { id: 'localhost', name: 'Atlas ERP' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  });

  it('signs its owner in where nobody was, and is listed', async () => {
    const [person, key] = [await api.person(), device()];
    expect((await register(person, key)).status).toBe(200);
    const { body } = await person.send('GET', '/api/auth/passkey/list-user-passkeys');
    expect(body).toMatchObject([{ name: 'Laptop', credentialID: key.id }]);
    const visitor = api.visitor();
    expect((await signIn(visitor, key)).status).toBe(200);
    expect((await me(visitor)).email).toBe(person.email);
  });

  it('stands for two factors: no code is asked for', async () => {
    const [person, key] = [await api.person(), device()];
    await register(person, key);
    const { body } = await person.send('POST', '/api/auth/two-factor/enable', { body: { password } });
    await person.send('POST', '/api/auth/two-factor/verify-totp', { body: { code: unusedCode(body.totpURI) } });
    const visitor = api.visitor();
    await signIn(visitor, key);
    expect((await me(visitor)).email).toBe(person.email);
  });

  it('is refused when its device did not make sure who holds it', async () => {
    const [person, key] = [await api.person(), device()];
    expect((await register(person, key, false)).status).toBe(400);
    await register(person, key);
    const visitor = api.visitor();
    expect((await signIn(visitor, key, false)).status).toBe(400);
    expect(await me(visitor)).toMatchObject({ code: 'unauthenticated' });
  });

  it('is refused from another page, by another key and a second time', async () => {
    const [person, key] = [await api.person(), device()];
    expect((await register(person, device('https://evil.example'))).status).toBeGreaterThanOrEqual(400);
    await register(person, key);
    expect((await signIn(api.visitor(), device())).status, 'nobody has registered it').toBe(401);
    const [forger, stranger] = [device(), api.visitor()];
    forger.authenticate('counts up, so that only its signature is wrong');
    const response = { ...forger.authenticate(await challengeFor(stranger, 'authenticate')), id: key.id, rawId: key.id };
    expect((await stranger.send('POST', '/api/auth/passkey/verify-authentication', { body: { response } })).status).toBe(401);
    const visitor = api.visitor();
    const said = key.authenticate(await challengeFor(visitor, 'authenticate'));
    const replayed = api.visitor();
    replayed.setCookie(visitor.cookie());
    const body = { body: { response: said } };
    expect((await visitor.send('POST', '/api/auth/passkey/verify-authentication', body)).status).toBe(200);
    expect((await replayed.send('POST', '/api/auth/passkey/verify-authentication', body)).status).toBe(400);
  });

  it('is removed by its owner only, and then opens nothing', async () => {
    const [person, stranger, key] = [await api.person(), await api.person(), device()];
    const { body } = await register(person, key);
    const remove = (visitor: Visitor) => visitor.send('POST', '/api/auth/passkey/delete-passkey', { body: { id: body.id } });
    expect((await remove(stranger)).status).toBe(401);
    expect((await signIn(api.visitor(), key)).status).toBe(200);
    expect((await remove(person)).status).toBe(200);
    expect((await signIn(api.visitor(), key)).status).toBe(401);
  });
});
