import { type Api, password, startApi, type Visitor } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const party = { code: 'ALFKI', name: 'Alfreds Futterkiste' };
const unauthenticated = { status: 401, body: { code: 'unauthenticated' } };

let api: Api;

beforeAll(async () => {
  api = await startApi(12);
});
afterAll(() => api.close());

const list = (visitor: Visitor) => visitor.send('GET', '/v1/parties');

/** Waits out the second for which a process may remember a session. */
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1000));

describe('a session', () => {
  it('is needed', async () => {
    expect(await list(api.visitor())).toMatchObject(unauthenticated);
    expect(await api.visitor().send('POST', '/v1/parties', { body: party })).toMatchObject(unauthenticated);
  });

  it('is refused when its signature is forged, cut off or of another token', async () => {
    const [owner, other] = await Promise.all([api.person('Forged Ltd'), api.person('Other Ltd')]);
    const [name = '', value = ''] = owner.cookie().split(/=(.*)/s);
    const [token = '', signature = ''] = decodeURIComponent(value).split(/\.(?=[^.]*$)/);
    const foreign = decodeURIComponent(other.cookie().split(/=(.*)/s)[1] ?? '').split(/\.(?=[^.]*$)/)[1];
    const flipped = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    for (const forged of [flipped, '', signature.slice(0, 20), foreign]) {
      const visitor = api.visitor();
      visitor.setCookie(`${name}=${encodeURIComponent(`${token}.${forged}`)}`);
      expect(await list(visitor)).toMatchObject(unauthenticated);
    }
    expect((await list(owner)).status).toBe(200);
  });

  it('is given to many who sign up at the same moment', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => api.person()));
    const me = await Promise.all(people.map((person) => person.send('GET', '/v1/me')));
    expect(me.map(({ body }) => body.email)).toEqual(people.map(({ email }) => email));
  });

  it('without a workspace reaches no data', async () => {
    const person = await api.person();
    expect(await list(person)).toMatchObject({ status: 403, body: { code: 'no_workspace' } });
    expect(await person.send('GET', '/v1/me')).toMatchObject({ status: 200, body: { tenantId: null, email: person.email } });
  });

  it('reaches a workspace as soon as it is created', async () => {
    const person = await api.person();
    await person.send('GET', '/v1/me');
    await person.send('POST', '/api/auth/organization/create', { body: { name: 'New Ltd', slug: `new-${Date.now()}` } });
    expect((await list(person)).status).toBe(200);
  });

  it('works in the workspace it was switched to, from the next request on', async () => {
    const person = await api.person('First Ltd');
    const first = (await person.send('GET', '/v1/me')).body.tenantId;
    await person.send('POST', '/v1/parties', { body: party });
    await person.send('POST', '/api/auth/organization/create', { body: { name: 'Second Ltd', slug: `second-${Date.now()}` } });
    expect((await list(person)).body.items).toEqual([]);
    await person.send('POST', '/api/auth/organization/set-active', { body: { organizationId: first } });
    expect((await list(person)).body.items).toHaveLength(1);
  });

  it('is dead within a second of signing out, wherever its cookie lies', async () => {
    const person = await api.person('Leaving Ltd');
    const copy = api.visitor();
    copy.setCookie(person.cookie());
    expect((await list(copy)).status).toBe(200);
    expect((await person.send('POST', '/api/auth/sign-out', { body: {} })).status).toBe(200);
    await aSecond();
    expect(await list(copy)).toMatchObject(unauthenticated);
  });

  it('of everyone else is dead within a second when a person revokes the others', async () => {
    const person = await api.person('Revoking Ltd');
    const body = { email: person.email, password };
    const thief = api.visitor();
    await thief.send('POST', '/api/auth/sign-in/email', { body });
    expect((await list(thief)).status).toBe(200);
    await person.send('POST', '/api/auth/revoke-other-sessions', { body: {} });
    await aSecond();
    expect(await list(thief)).toMatchObject(unauthenticated);
    expect((await list(person)).status).toBe(200);
  });

  it('outlives a Redis that forgot it', async () => {
    const person = await api.person('Lasting Ltd');
    await api.resources.redis.flushdb();
    await aSecond();
    expect((await list(person)).status).toBe(200);
  });
});

describe('the tenant', () => {
  it('comes from the session only, whatever headers, body, query and address say', async () => {
    const [mine, theirs] = await Promise.all([api.person('Mine Ltd'), api.person('Theirs Ltd')]);
    const { tenantId } = (await theirs.send('GET', '/v1/me')).body;
    const secret = (await theirs.send('POST', '/v1/parties', { body: party })).body;
    const headers = { 'X-Tenant-Id': tenantId, 'X-Organization-Id': tenantId, tenantid: tenantId };
    const listed = await mine.send('GET', `/v1/parties?tenantId=${tenantId}&tenant_id=${tenantId}`, { headers });
    expect(listed).toMatchObject({ status: 200, body: { items: [] } });
    expect(await mine.send('GET', `/v1/parties/${secret.id}`, { headers })).toMatchObject({ status: 404 });
    const body = { ...party, name: 'Mine', tenantId, tenant_id: tenantId };
    expect(await mine.send('POST', '/v1/parties', { body, headers })).toMatchObject({ status: 201 });
    expect((await list(theirs)).body.items).toMatchObject([{ name: party.name }]);
    expect((await list(mine)).body.items).toMatchObject([{ name: 'Mine' }]);
  });

  it('cannot be switched to one that a person is no member of', async () => {
    const [mine, theirs] = await Promise.all([api.person('Mine Ltd'), api.person('Theirs Ltd')]);
    const { tenantId: foreign } = (await theirs.send('GET', '/v1/me')).body;
    const { tenantId } = (await mine.send('GET', '/v1/me')).body;
    const body = { organizationId: foreign };
    expect((await mine.send('POST', '/api/auth/organization/set-active', { body })).status).toBe(403);
    expect([tenantId, null]).toContain((await mine.send('GET', '/v1/me')).body.tenantId);
  });
});

describe('a member', () => {
  it('reads everything and changes nothing, and nothing at all once removed', async () => {
    const owner = await api.person('Employer Ltd');
    await owner.send('POST', '/v1/parties', { body: party });
    const member = await api.member(owner);
    const { items } = (await list(member)).body;
    expect(items).toHaveLength(1);
    const forbidden = { status: 403, body: { code: 'forbidden' } };
    expect(await member.send('POST', '/v1/parties', { body: { ...party, code: 'X' } })).toMatchObject(forbidden);
    const edit = { body: { name: 'Taken' }, headers: { 'If-Match': '"1"' } };
    expect(await member.send('PATCH', `/v1/parties/${items[0].id}`, edit)).toMatchObject(forbidden);
    expect((await list(owner)).body.items).toMatchObject([{ name: party.name, version: 1 }]);

    await owner.send('POST', '/api/auth/organization/remove-member', { body: { memberIdOrEmail: member.email } });
    await aSecond();
    expect(await list(member)).toMatchObject({ status: 403, body: { code: 'no_workspace' } });
  });
});

describe('a page of a stranger', () => {
  it.each(['https://evil.example', 'null', 'http://localhost:3001'])('cannot act for a person: %s', async (origin) => {
    const person = await api.person('Cautious Ltd');
    const headers = { Origin: origin };
    const sent = await person.send('POST', '/v1/parties', { body: party, headers });
    expect(sent).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(sent.headers.get('access-control-allow-origin')).toBeNull();
    expect((await list(person)).body.items).toEqual([]);
  });
});

describe('a session whose copy is gone', () => {
  it('is told by PostgreSQL exactly as Better Auth tells it, which reads the copy that is made of it', async () => {
    const person = await api.person('Copied Ltd');
    const { auth, redis } = api.resources;
    const token = decodeURIComponent(/session_token=([^;.]+)/.exec(person.cookie())?.[1] ?? '');
    const asBetterAuth = async () =>
      JSON.parse(JSON.stringify(await auth.better.api.getSession({ headers: new Headers({ cookie: person.cookie() }) })));
    await redis.del(`atlas:auth:${token}`);
    const told = await auth.sessionOf(token);
    expect(told?.session.userId).toMatch(/^[0-9a-f-]{36}$/);
    expect(told).toEqual(await asBetterAuth());
    await redis.del(`atlas:auth:${token}`);
    expect((await person.send('GET', '/v1/me')).status).toBe(200);
    expect(told).toEqual(await asBetterAuth());
    expect(await auth.sessionOf('nobody')).toBeNull();
  });
});
