import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Person, startApi, type Visitor } from '../api/index.ts';
import { newMember } from '../members.ts';

let api: Api;

beforeAll(async () => {
  api = await startApi(6);
});
afterAll(() => api.close());

const me = async (visitor: Visitor) => (await visitor.send('GET', '/v1/me')).body;

/** Waits out the second for which a process may remember a person. */
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1050));

/** A workspace, and someone in it who has one role of its own making. */
async function clerkWith(...grants: object[]): Promise<{ owner: Person; clerk: Person; userId: string }> {
  const [owner, clerk] = await Promise.all([api.person('Employer Ltd'), api.person()]);
  const [{ tenantId }, { userId }] = await Promise.all([me(owner), me(clerk)]);
  await newMember({ tenantId }, 'employee', userId);
  await clerk.send('POST', '/api/auth/organization/set-active', { body: { organizationId: tenantId } });
  expect((await owner.send('POST', '/v1/roles', { body: { code: 'rep', name: 'Representative', grants } })).status).toBe(201);
  await owner.send('POST', '/v1/role-assignments', { body: { userId, role: 'rep' } });
  await aSecond();
  return { owner, clerk, userId };
}

describe('over HTTP', () => {
  it('a person is told what they are held to, and held to it', async () => {
    const { owner, clerk, userId } = await clerkWith({ permission: 'parties.*', scope: 'own', hides: ['email'] });
    const { permissions, restrictions } = await me(clerk);
    const held = { scope: 'own', hides: ['email'] };
    expect(permissions).toEqual(expect.arrayContaining(['parties.party.create', 'parties.party.list']));
    expect(restrictions).toEqual({
      'parties.party.create': held,
      'parties.party.update': held,
      'parties.party.get': held,
      'parties.party.list': held,
    });
    const body = { code: 'A', name: 'Alfreds', email: 'a@example.com' };
    const theirs = (await owner.send('POST', '/v1/parties', { body })).body;
    expect(await clerk.send('GET', `/v1/parties/${theirs.id}`)).toMatchObject({
      status: 404,
      body: { code: 'not_found', scope: 'own' },
    });
    const mine = (await clerk.send('POST', '/v1/parties', { body: { code: 'B', name: 'Berglunds' } })).body;
    await owner.send('PATCH', `/v1/parties/${mine.id}`, { body: { email: 'b@example.com' }, headers: { 'If-Match': '"1"' } });
    expect((await clerk.send('GET', '/v1/parties')).body.items).toMatchObject([{ id: mine.id, ownerId: userId, email: null }]);
    const edit = { body: { email: 'mine@example.com' }, headers: { 'If-Match': '"2"' } };
    expect(await clerk.send('PATCH', `/v1/parties/${mine.id}`, edit)).toMatchObject({
      status: 403,
      body: { code: 'forbidden_field', errors: [{ pointer: '/email' }] },
    });
    expect((await owner.send('GET', `/v1/parties/${mine.id}`)).body.email).toBe('b@example.com');
  });

  it('an explanation says whose records, without what, and why not', async () => {
    const { owner, userId } = await clerkWith(
      { permission: 'sales.*', scope: 'team', hides: ['note'] },
      { permission: '*', scope: 'own' },
    );
    const explained = async (permission: string) =>
      (await owner.send('GET', `/v1/permissions/${permission}/explanation?userId=${userId}`)).body;
    expect(await explained('sales.invoice.get')).toMatchObject({ allowed: true, scope: 'team', hides: [] });
    expect(await explained('parties.party.get')).toMatchObject({ allowed: true, scope: 'own', hides: [] });
    expect(await explained('accounting.journal.list')).toMatchObject({
      allowed: false,
      because: [],
      without: [{ role: 'rep', grant: { permission: '*', scope: 'own' } }],
      explanation: expect.stringContaining('cannot tell whose'),
    });
  });

  it('nobody gives a key, or a role, more than they hold so', async () => {
    const { clerk } = await clerkWith(
      { permission: 'identity.*', scope: 'all' },
      { permission: 'parties.*', scope: 'team' },
      { permission: 'sales.*', scope: 'all', hides: ['note'] },
    );
    const account = (await clerk.send('POST', '/v1/service-accounts', { body: { name: 'Shop' } })).body;
    const key = (permission: string) =>
      clerk.send('POST', '/v1/api-keys', { body: { serviceAccountId: account.id, name: 'K', permissions: [permission] } });
    const role = (grant: object) => clerk.send('POST', '/v1/roles', { body: { code: 'given', name: 'G', grants: [grant] } });
    const tooMuch = { status: 403, body: { code: 'identity.more_than_own' } };
    for (const permission of ['parties.party.get', 'sales.invoice.get']) expect(await key(permission)).toMatchObject(tooMuch);
    expect(await role({ permission: 'parties.*', scope: 'department' })).toMatchObject(tooMuch);
    expect(await role({ permission: 'sales.*', scope: 'own' })).toMatchObject(tooMuch);
    expect((await role({ permission: 'parties.*', scope: 'own', hides: ['phone'] })).status).toBe(201);
  });
});
