import { asAdministrator } from '@atlas/testing';
import { type Api, type Person, password, startApi, totpCode, unusedCode, type Visitor } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let api: Api;

beforeAll(async () => {
  api = await startApi(8);
});
afterAll(() => api.close());

const me = async (visitor: Visitor) => (await visitor.send('GET', '/v1/me')).body;
const post = (visitor: Visitor, path: string, body: unknown = {}) => visitor.send('POST', `/api/auth${path}`, { body });

type Factor = { uri: string; backupCodes: string[] };

/** Someone who needs a code to sign in. */
async function guarded(): Promise<Person & Factor> {
  const person = await api.person('Guarded Ltd');
  const { body } = await post(person, '/two-factor/enable', { password });
  const verified = await post(person, '/two-factor/verify-totp', { code: unusedCode(body.totpURI) });
  expect(verified.status).toBe(200);
  return { ...person, uri: body.totpURI, backupCodes: body.backupCodes };
}

/** Someone who has shown the password and not yet the code. */
async function challenged({ email }: Person): Promise<Visitor> {
  const visitor = api.visitor();
  const { body } = await post(visitor, '/sign-in/email', { email, password });
  expect(body).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
  return visitor;
}

const wrong = (uri: string): string => String((Number(totpCode(uri)) + 500_000) % 1_000_000).padStart(6, '0');

async function passTime(person: Person, minutes: number): Promise<void> {
  await asAdministrator(
    `update identity.two_factors f set locked_until = locked_until - $2::interval from identity.users u
     where u.id = f.user_id and u.email = $1`,
    [person.email, `${minutes} minutes`],
  );
}

describe('a code from an app', () => {
  it('is set up with its issuer and ten codes for whoever loses it, none of them readable in the database', async () => {
    const person = await api.person();
    const { body } = await post(person, '/two-factor/enable', { password });
    expect(body.totpURI).toContain('otpauth://totp/Atlas%20ERP:');
    expect(new Set(body.backupCodes).size).toBe(10);
    const secret = new URL(body.totpURI).searchParams.get('secret');
    const rows = JSON.stringify(await asAdministrator('select secret, backup_codes from identity.two_factors', []));
    for (const told of [secret, ...body.backupCodes]) expect(rows).not.toContain(told);
    const again = api.visitor();
    await post(again, '/sign-in/email', { email: person.email, password });
    expect((await me(again)).email, 'not needed before it was shown once').toBe(person.email);
  });

  it('is not set up without the password', async () => {
    const person = await api.person();
    expect((await post(person, '/two-factor/enable', { password: 'a wrong password' })).status).toBe(400);
    expect((await post(person, '/two-factor/enable')).status).toBe(400);
  });

  it('keeps the workspace of the session that turned it on', async () => {
    const person = await api.person('First Ltd');
    await post(person, '/organization/create', { name: 'Second Ltd', slug: `t-${Date.now()}` });
    const { tenantId } = await me(person);
    const { body } = await post(person, '/two-factor/enable', { password });
    await post(person, '/two-factor/verify-totp', { code: unusedCode(body.totpURI) });
    expect((await me(person)).tenantId).toBe(tenantId);
  });

  it('is asked for after the password, and nothing is open before it', async () => {
    const person = await guarded();
    const visitor = await challenged(person);
    expect(await me(visitor)).toMatchObject({ code: 'unauthenticated' });
    expect((await post(visitor, '/two-factor/verify-totp', { code: wrong(person.uri) })).status).toBe(401);
    expect(await me(visitor)).toMatchObject({ code: 'unauthenticated' });
    expect((await post(visitor, '/two-factor/verify-totp', { code: unusedCode(person.uri) })).status).toBe(200);
    expect((await me(visitor)).email).toBe(person.email);
  });

  it('is good for one use, whoever else has seen it', async () => {
    const person = await guarded();
    const code = unusedCode(person.uri);
    const visitors = await Promise.all([challenged(person), challenged(person), challenged(person)]);
    const statuses = await Promise.all(
      visitors.map(async (visitor) => (await post(visitor, '/two-factor/verify-totp', { code })).status),
    );
    expect(statuses.sort()).toEqual([200, 401, 401]);
    const { redis } = api.resources;
    const copies = await redis.keys('atlas:auth:verification:*');
    if (copies.length > 0) await redis.del(copies);
    const late = await challenged(person);
    const again = await post(late, '/two-factor/verify-totp', { code });
    expect(again, 'Redis has forgotten it').toMatchObject({ status: 401, body: { code: 'INVALID_CODE' } });
    expect((await post(late, '/two-factor/verify-totp', { code: unusedCode(person.uri) })).status).toBe(200);
  });

  it('that was wrong is not used up by it', async () => {
    const person = await guarded();
    const early = totpCode(person.uri, Date.now() + 90_000);
    const visitor = await challenged(person);
    const claimed = async () => (await asAdministrator("select from identity.verifications where value = 'used'")).length;
    const before = await claimed();
    for (let tries = 1; tries <= 2; tries++)
      expect((await post(visitor, '/two-factor/verify-totp', { code: early })).status).toBe(401);
    expect(await claimed()).toBe(before);
  });

  it('answers one challenge only', async () => {
    const person = await guarded();
    const visitor = await challenged(person);
    const replayed = api.visitor();
    replayed.setCookie(visitor.cookie());
    expect((await post(visitor, '/two-factor/verify-totp', { code: unusedCode(person.uri) })).status).toBe(200);
    expect((await post(replayed, '/two-factor/verify-totp', { code: unusedCode(person.uri) })).status).toBe(401);
  });

  it('is not asked for on a device that was trusted, for that person only', async () => {
    const [person, other] = await Promise.all([guarded(), guarded()]);
    const visitor = await challenged(person);
    await post(visitor, '/two-factor/verify-totp', { code: unusedCode(person.uri), trustDevice: true });
    await post(visitor, '/sign-out');
    expect((await post(visitor, '/sign-in/email', { email: other.email, password })).body.twoFactorRedirect).toBe(true);
    const again = await challenged(person);
    await post(again, '/two-factor/verify-totp', { code: unusedCode(person.uri), trustDevice: true });
    await post(again, '/sign-out');
    await post(again, '/sign-in/email', { email: person.email, password });
    expect((await me(again)).email).toBe(person.email);
  });

  it('locks the account after ten wrong ones in a row, over any number of challenges, for a quarter of an hour', async () => {
    const person = await guarded();
    for (let challenge = 0; challenge < 2; challenge++) {
      const visitor = await challenged(person);
      for (let guess = 0; guess < 5; guess++)
        expect((await post(visitor, '/two-factor/verify-totp', { code: wrong(person.uri) })).status).toBe(401);
    }
    const right = { code: unusedCode(person.uri) };
    const locked = await post(await challenged(person), '/two-factor/verify-totp', right);
    expect(locked).toMatchObject({ status: 429, body: { code: 'ACCOUNT_TEMPORARILY_LOCKED' } });
    expect((await post(await challenged(person), '/two-factor/verify-backup-code', { code: person.backupCodes[0] })).status).toBe(
      429,
    );
    await passTime(person, 16);
    const visitor = await challenged(person);
    expect((await post(visitor, '/two-factor/verify-totp', { code: unusedCode(person.uri) })).status).toBe(200);
  });

  it('is not guessed by who holds a session either, not even with thirty guesses at once', async () => {
    const person = await guarded();
    const guesses = Array.from({ length: 30 }, () => post(person, '/two-factor/verify-totp', { code: wrong(person.uri) }));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 429).length).toBeLessThanOrEqual(10);
    expect((await post(person, '/two-factor/verify-totp', { code: unusedCode(person.uri) })).status).toBe(429);
    await passTime(person, 16);
    expect((await post(person, '/two-factor/verify-totp', { code: unusedCode(person.uri) })).status).toBe(200);
  });

  it('is turned off by who shows the password', async () => {
    const person = await guarded();
    expect((await post(person, '/two-factor/disable', { password: 'a wrong password' })).status).toBe(400);
    expect((await post(person, '/two-factor/disable', { password })).status).toBe(200);
    const visitor = api.visitor();
    await post(visitor, '/sign-in/email', { email: person.email, password });
    expect((await me(visitor)).email).toBe(person.email);
  });
});

describe('a backup code', () => {
  it('opens once, also when two come at the same moment', async () => {
    const person = await guarded();
    const [code, next] = person.backupCodes;
    const twins = await Promise.all([challenged(person), challenged(person)]);
    const answers = await Promise.all(twins.map((twin) => post(twin, '/two-factor/verify-backup-code', { code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await post(await challenged(person), '/two-factor/verify-backup-code', { code })).status).toBe(401);
    expect((await post(await challenged(person), '/two-factor/verify-backup-code', { code: next })).status).toBe(200);
  });

  it('is worth nothing once new ones were made', async () => {
    const person = await guarded();
    const { body } = await post(person, '/two-factor/generate-backup-codes', { password });
    expect(body.backupCodes).toHaveLength(10);
    const old = await post(await challenged(person), '/two-factor/verify-backup-code', { code: person.backupCodes[0] });
    expect(old.status).toBe(401);
  });
});
