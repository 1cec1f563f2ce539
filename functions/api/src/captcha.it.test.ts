import { uuidv7 } from '@atlas/kernel';
import { asAdministrator } from '@atlas/testing';
import { type Api, password, startApi } from '@atlas/testing/api';
import { startBrevo, startTurnstile, type TurnstileStandIn, turnstileSecrets } from '@atlas/testing/standins';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let turnstile: TurnstileStandIn;
let api: Api;
let close: () => Promise<unknown>;

beforeAll(async () => {
  const brevo = await startBrevo();
  turnstile = await startTurnstile();
  api = await startApi(4, { ...turnstile.environment, ...brevo.environment });
  close = () => Promise.all([api.close(), turnstile.close(), brevo.close()]);
});
afterAll(() => close());

const send = (path: string, body: unknown, token?: string, to = api) =>
  to.visitor().send('POST', `/api/auth${path}`, { body, ...(token ? { headers: { 'X-Captcha-Response': token } } : {}) });

const newcomer = () => ({ email: `${uuidv7()}@example.com`, password, name: 'Ada' });
const missing = { status: 400, body: { code: 'MISSING_RESPONSE' } };
const failed = { status: 403, body: { code: 'VERIFICATION_FAILED' } };

describe('signing up', () => {
  it('wants to see a person, each time anew', async () => {
    expect(await send('/sign-up/email', newcomer())).toMatchObject(missing);
    expect(await send('/sign-up/email', newcomer(), 'made up')).toMatchObject(failed);
    const token = turnstile.token();
    expect((await send('/sign-up/email', newcomer(), token)).status).toBe(200);
    expect(await send('/sign-up/email', newcomer(), token), 'spent').toMatchObject(failed);
  });

  it.each([
    '/sign-up//email',
    '/sign-up/email/',
    '/sign-up/./email',
    '/sign-up/%65mail',
    '/SIGN-UP/email',
    '/sign-up/email?x=/ok',
  ])('does so however its address is written: %s', async (path) => {
    expect((await send(path, newcomer())).status).toBeGreaterThanOrEqual(400);
  });
});

describe('asking for a new password', () => {
  it('wants to see a person', async () => {
    const { email } = newcomer();
    expect(await send('/request-password-reset', { email })).toMatchObject(missing);
    expect((await send('/request-password-reset', { email }, turnstile.token())).status).toBe(200);
  });
});

describe('signing in', () => {
  it('wants to see a person after three failures on the account, whoever they were', async () => {
    const known = newcomer();
    await send('/sign-up/email', known, turnstile.token());
    await asAdministrator('update identity.users set email_verified = true where email = $1', [known.email]);
    for (const { email } of [known, newcomer()]) {
      for (let guess = 0; guess < 3; guess++) {
        // Failures of others at this address would count, too.
        await api.resources.redis.del('atlas:lockout:address:127.0.0.1');
        expect((await send('/sign-in/email', { email, password: 'a wrong password' })).status).toBe(401);
      }
      expect(await send('/sign-in/email', { email, password })).toMatchObject(missing);
    }
    expect((await send('/sign-in/email', { email: known.email, password }, turnstile.token())).status).toBe(200);
    await api.resources.redis.del('atlas:lockout:address:127.0.0.1');
    expect((await send('/sign-in/email', { email: known.email, password })).status, 'forgotten by who knows it').toBe(200);
  });

  it('wants to see a person after three failures from the address, on any accounts', async () => {
    await api.resources.redis.del('atlas:lockout:address:127.0.0.1');
    for (let guess = 0; guess < 3; guess++) await send('/sign-in/email', { email: newcomer().email, password });
    expect(await send('/sign-in/email', { email: newcomer().email, password })).toMatchObject(missing);
    await api.resources.redis.del('atlas:lockout:address:127.0.0.1');
  });
});

describe("with Cloudflare's dummy keys", () => {
  it.each([
    ['passes', 200],
    ['fails', 403],
    ['spent', 403],
  ] as const)('the one that %s answers %i', async (key, status) => {
    const other = await startApi(4, { ...turnstile.environment, TURNSTILE_SECRET_KEY: turnstileSecrets[key] });
    const answer = await send('/sign-up/email', newcomer(), 'XXXX.DUMMY.TOKEN.XXXX', other);
    await other.close();
    expect(answer.status).toBe(status);
  });
});

describe('siteverify on loopback', () => {
  const ask = async (body: string, type = 'application/json') =>
    (await fetch(turnstile.environment.TURNSTILE_URL ?? '', { method: 'POST', headers: { 'content-type': type }, body })).json();
  const errors = (code: string) => expect.objectContaining({ success: false, 'error-codes': [code] });

  it('speaks of what is wrong as Cloudflare does', async () => {
    const secret = turnstile.environment.TURNSTILE_SECRET_KEY ?? '';
    expect(await ask(JSON.stringify({}))).toEqual(errors('missing-input-secret'));
    expect(await ask(JSON.stringify({ secret }))).toEqual(errors('missing-input-response'));
    expect(await ask(JSON.stringify({ secret: 'x', response: 'y' }))).toEqual(errors('invalid-input-secret'));
    expect(await ask(JSON.stringify({ secret, response: 'y' }))).toEqual(errors('invalid-input-response'));
    expect(await ask('no JSON')).toEqual(errors('bad-request'));
    const form = new URLSearchParams({ secret, response: turnstile.token() });
    const answer = await ask(form.toString(), 'application/x-www-form-urlencoded');
    expect(answer).toMatchObject({ success: true, challenge_ts: expect.stringMatching(/^\d{4}-/), hostname: 'localhost' });
    expect(await ask(form.toString(), 'application/x-www-form-urlencoded')).toEqual(errors('timeout-or-duplicate'));
  });
});

describe('a Cloudflare that does not answer', () => {
  it('lets nobody through, and signing in goes on', async () => {
    const gone = await startTurnstile();
    await gone.close();
    const other = await startApi(3, gone.environment);
    const person = newcomer();
    expect(await send('/sign-up/email', person, 'any', other)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    await send('/sign-up/email', person, turnstile.token());
    const signedIn = await send('/sign-in/email', { email: person.email, password }, undefined, other);
    await other.close();
    expect(signedIn.status).toBe(200);
  });
});

describe('/v1/sign-in-methods', () => {
  it('tells anyone which ways in there are', async () => {
    const plain = await startApi(4);
    const [here, there] = await Promise.all([api, plain].map((each) => each.visitor().send('GET', '/v1/sign-in-methods')));
    await plain.close();
    const { TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SCRIPT: script } = turnstile.environment;
    const widget = { siteKey, script };
    expect(here).toMatchObject({ status: 200, body: { mail: true, passkeys: true, google: false, turnstile: widget } });
    expect(there).toMatchObject({ status: 200, body: { mail: false, passkeys: true, google: false, turnstile: null } });
  });
});
