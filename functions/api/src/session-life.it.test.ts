import { randomUUID } from 'node:crypto';
import { asAdministrator } from '@atlas/testing';
import { type Api, type Person, password, startApi, type Visitor } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const day = 86_400_000;
const me = (visitor: Visitor) => visitor.send('GET', '/v1/me');
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Two instances on one database and one Redis. */
let api: Api;
let other: Api;

beforeAll(async () => {
  [api, other] = await Promise.all([startApi(9), startApi(9)]);
});
afterAll(() => Promise.all([api.close(), other.close()]));

type Row = { id: string; token: string; ip_address: string; created_at: Date; expires_at: Date };

const rowsOf = ({ email }: Person): Promise<Row[]> =>
  asAdministrator(
    'select s.* from identity.sessions s join identity.users u on u.id = s.user_id where u.email = $1 order by s.created_at, s.id',
    [email],
  );

async function signIn(email: string, at = api): Promise<Visitor> {
  const visitor = at.visitor();
  expect((await visitor.send('POST', '/api/auth/sign-in/email', { body: { email, password } })).status).toBe(200);
  return visitor;
}

/** Lets time pass for a session, in PostgreSQL and in its copy. `unused`: since it was last prolonged. */
async function age(person: Person, by: number, unused = by): Promise<void> {
  const { redis } = api.resources;
  for (const row of await rowsOf(person)) {
    const createdAt = new Date(row.created_at.getTime() - by);
    const expiresAt = new Date(row.expires_at.getTime() - unused);
    const update = 'update identity.sessions set created_at = $2, expires_at = $3 where id = $1';
    await asAdministrator(update, [row.id, createdAt, expiresAt]);
    const key = `atlas:auth:${row.token}`;
    const copy = JSON.parse((await redis.get(key)) || 'null');
    if (copy) await redis.set(key, JSON.stringify({ ...copy, session: { ...copy.session, createdAt, expiresAt } }));
  }
  await wait(1000);
}

describe('the sessions of a person', () => {
  it('are where they have just gone, for an instance too that has just seen them elsewhere', async () => {
    const person = await api.person('First Ltd');
    const elsewhere = other.visitor();
    elsewhere.setCookie(person.cookie());
    const { tenantId: first } = (await me(elsewhere)).body;
    await person.send('POST', '/api/auth/organization/create', { body: { name: 'Second Ltd', slug: randomUUID() } });
    const { tenantId: second } = (await me(elsewhere)).body;
    expect(first).not.toBeNull();
    expect(second).not.toBe(first);
    expect(second).toBe((await me(person)).body.tenantId);
  });

  it('are listed with device, address and time, to them alone', async () => {
    const person = await api.person();
    await api.person();
    const { status, body } = await person.send('GET', '/api/auth/list-sessions');
    expect(status).toBe(200);
    expect(body).toEqual([
      expect.objectContaining({ userAgent: 'node', createdAt: expect.any(String), ipAddress: expect.any(String), place: null }),
    ]);
  });

  it('say where they were begun, if a proxy of ours says so and nobody else', async () => {
    const edge = {
      'CloudFront-Viewer-City': 'Z%C3%BCrich',
      'CloudFront-Viewer-Country': 'CH',
      'X-Atlas-Client-Place': 'Atlantis',
    };
    const behind = await startApi(9, { TRUSTED_PROXIES: '127.0.0.1' });
    const [{ email }, places] = [await api.person(), [] as unknown[]];
    for (const instance of [api, behind]) {
      const visitor = instance.visitor();
      await visitor.send('POST', '/api/auth/sign-in/email', { body: { email, password }, headers: edge });
      places.push((await visitor.send('GET', '/api/auth/get-session')).body.session.place);
    }
    await behind.close();
    expect(places).toEqual([null, 'Zürich, CH']);
  });

  it('are ten at most: the oldest goes, in PostgreSQL and in Redis', async () => {
    const person = await api.person();
    const devices: Visitor[] = [person];
    for (let count = 0; count < 10; count++) devices.push(await signIn(person.email));
    await wait(1000);
    const answers = await Promise.all(devices.map((device) => me(device)));
    expect(answers.map(({ status }) => status)).toEqual([401, ...Array(10).fill(200)]);
    const kept = await rowsOf(person);
    expect(kept).toHaveLength(10);
    const tokens = devices.map((device) => decodeURIComponent(device.cookie().split(/=(.*)/s)[1] ?? '').split('.')[0]);
    expect(kept.map(({ token }) => token)).toEqual(tokens.slice(1));
    expect(await api.resources.redis.get(`atlas:auth:${tokens[0]}`)).toBe('');
  });

  it('are ten at most, also when several sign in at the same moment, on both instances', async () => {
    const person = await api.person();
    // Four at once: more on one account are taken for guessing.
    for (let round = 0; round < 4; round++)
      await Promise.all([api, other, api, other].map((instance) => signIn(person.email, instance)));
    expect(await rowsOf(person)).toHaveLength(10);
  });

  it('die one by one, on every instance within a second', async () => {
    const person = await api.person();
    const [kept, lost] = [await signIn(person.email), await signIn(person.email)];
    const there = other.visitor();
    there.setCookie(lost.cookie());
    for (const visitor of [kept, lost, there]) expect((await me(visitor)).status).toBe(200);
    const token = decodeURIComponent(lost.cookie().split(/=(.*)/s)[1] ?? '').split('.')[0];
    expect((await person.send('POST', '/api/auth/revoke-session', { body: { token } })).status).toBe(200);
    await wait(1000);
    expect([(await me(lost)).status, (await me(there)).status, (await me(kept)).status]).toEqual([401, 401, 200]);
  });

  it('are not ended by someone else who knows their token', async () => {
    const [person, stranger] = await Promise.all([api.person(), api.person()]);
    const [row] = await rowsOf(person);
    await stranger.send('POST', '/api/auth/revoke-session', { body: { token: row?.token } });
    await wait(1000);
    expect((await me(person)).status).toBe(200);
  });
});

describe('a session', () => {
  it('is over when nobody used it for seven days, for the API and for Better Auth', async () => {
    const person = await api.person();
    await age(person, 7 * day);
    expect((await me(person)).status).toBe(401);
    expect((await person.send('GET', '/api/auth/get-session')).body).toBeNull();
  });

  it('lives on when it is used', async () => {
    const person = await api.person();
    await age(person, 5 * day);
    expect((await me(person)).status).toBe(200);
    const [row] = await rowsOf(person);
    expect(row?.expires_at.getTime()).toBeGreaterThan(Date.now() + 6.9 * day);
    await age(person, 5 * day);
    expect((await me(person)).status, 'ten days after signing in').toBe(200);
  });

  it('is over thirty days after signing in, however much it is used', async () => {
    const person = await api.person();
    await age(person, 26 * day, 5 * day);
    expect((await me(person)).status, 'used two days before it would expire').toBe(200);
    await age(person, 4 * day);
    expect((await me(person)).status).toBe(401);
    expect((await person.send('GET', '/api/auth/get-session')).body).toBeNull();
  });

  it('that ended while it was about to be prolonged stays ended', async () => {
    const person = await api.person();
    await age(person, 5 * day);
    const [row] = await rowsOf(person);
    await asAdministrator('delete from identity.sessions where id = $1', [row?.id]);
    expect((await me(person)).status, 'its copy is still there').toBe(401);
  });

  it('gives nobody a cookie that they chose: signing in makes a new one and ends the old', async () => {
    const [victim, thief] = await Promise.all([api.person('Victim Ltd'), api.person()]);
    const planted = api.visitor();
    planted.setCookie(thief.cookie());
    await planted.send('POST', '/api/auth/sign-in/email', { body: { email: victim.email, password } });
    expect(planted.cookie()).not.toBe(thief.cookie());
    expect((await me(thief)).body.email).toBe(thief.email);
    const before = api.visitor();
    before.setCookie(planted.cookie());
    await planted.send('POST', '/api/auth/sign-in/email', { body: { email: victim.email, password } });
    await wait(1000);
    expect([(await me(before)).status, (await me(planted)).body.email]).toEqual([401, victim.email]);
  });

  it('keeps its workspace when the same person signs in again', async () => {
    const person = await api.person('First Ltd');
    await person.send('POST', '/api/auth/organization/create', { body: { name: 'Second Ltd', slug: `s-${Date.now()}` } });
    const { tenantId } = (await me(person)).body;
    await person.send('POST', '/api/auth/sign-in/email', { body: { email: person.email, password } });
    expect((await me(person)).body.tenantId).toBe(tenantId);
    expect((await me(await signIn(person.email))).body.tenantId).not.toBe(tenantId);
  });

  it.each(['authenticatedAt', 'place', 'expiresAt', 'activeOrganizationId', 'userId'])(
    'does not let its owner set %s',
    async (field) => {
      const person = await api.person();
      const [before] = await rowsOf(person);
      await person.send('POST', '/api/auth/update-session', { body: { [field]: '2040-01-01T00:00:00.000Z' } });
      const [after] = await rowsOf(person);
      expect({ ...after, updated_at: null }).toEqual({ ...before, updated_at: null });
    },
  );
});
