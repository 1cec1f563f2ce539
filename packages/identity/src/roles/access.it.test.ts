import { accessReader, type People } from '@atlas/platform';
import { asAdministrator, newMember } from '@atlas/testing';
import { type Api, type Person, password, startApi, type Visitor } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let api: Api;

beforeAll(async () => {
  api = await startApi(6);
});
afterAll(() => api.close());

const me = async (visitor: Visitor) => (await visitor.send('GET', '/v1/me')).body;

/** Waits out the second for which a process may remember a person. */
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1050));

const forbidden = { status: 403, body: { code: 'forbidden' } };
const party = (code: string) => ({ body: { code, name: 'Alfreds Futterkiste' } });

type Staff = { readonly owner: Person; readonly clerk: Person; readonly userId: string; readonly tenantId: string };

/** A workspace with its owner and someone who is an employee there. */
async function staff(role = 'employee'): Promise<Staff> {
  const [owner, clerk] = await Promise.all([api.person('Employer Ltd'), api.person()]);
  const [{ tenantId }, { userId }] = await Promise.all([me(owner), me(clerk)]);
  await newMember({ tenantId }, role, userId);
  await clerk.send('POST', '/api/auth/organization/set-active', { body: { organizationId: tenantId } });
  return { owner, clerk, userId, tenantId };
}

async function setRole(by: Visitor, userId: string, role: string | string[]) {
  const [member] = await asAdministrator<{ id: string }>('select id from identity.members where user_id = $1', [userId]);
  return by.send('POST', '/api/auth/organization/update-member-role', { body: { memberId: member?.id, role } });
}

/** The same person in another browser, whom everybody has copies of. */
async function signInAgain({ email }: Person): Promise<Visitor> {
  const elsewhere = api.visitor();
  await elsewhere.send('POST', '/api/auth/sign-in/email', { body: { email, password } });
  const { userId, tenantId } = await me(elsewhere);
  await aSecond();
  expect((await elsewhere.send('GET', '/v1/parties')).status).toBe(200);
  expect(await api.resources.redis.get(`atlas:access:${tenantId}:${userId}`)).toContain('"role"');
  return elsewhere;
}

const assign = (by: Visitor, userId: string, role: string) => by.send('POST', '/v1/role-assignments', { body: { userId, role } });

const newRole = (by: Visitor, code: string, ...grants: object[]) =>
  by.send('POST', '/v1/roles', { body: { code, name: 'Clerk', grants } });

describe('who someone is', () => {
  it('is told with all they may do, and is enough for the first page of every role', async () => {
    const { owner, clerk } = await staff();
    expect(await me(clerk)).toMatchObject({
      role: 'employee',
      roles: ['employee'],
      permissions: ['accounting.company.get', 'catalog.product.get', 'catalog.product.list', 'identity.permission.explain'],
    });
    expect((await clerk.send('GET', '/v1/company')).body.code).toBe('accounting.not_set_up');
    expect(await clerk.send('GET', '/v1/parties')).toMatchObject(forbidden);
    const { roles, permissions, access } = await me(owner);
    expect([roles, access]).toEqual([['owner'], undefined]);
    expect(permissions).toContain('identity.role.assign');
  });

  it('is several ready roles of the membership at once, and nothing by a name that is none', async () => {
    const { owner, clerk, userId } = await staff();
    expect((await setRole(owner, userId, ['warehouse', 'sales'])).status).toBe(200);
    await aSecond();
    expect((await me(clerk)).roles).toEqual(['warehouse', 'sales']);
    expect((await clerk.send('POST', '/v1/parties', party('A'))).status).toBe(201);
    expect((await setRole(owner, userId, 'emperor')).status).toBe(400);
    await asAdministrator(`update identity.members set role = 'emperor' where user_id = $1`, [userId]);
    await api.resources.redis.flushdb();
    await aSecond();
    expect(await clerk.send('GET', '/v1/parties')).toMatchObject(forbidden);
  });
});

describe('an assigned role', () => {
  it('is in force within a second, is held to its change, and is over within a second', async () => {
    const { owner, clerk, userId } = await staff();
    const { id } = (await newRole(owner, 'parties', { permission: 'parties.*' })).body;
    expect((await assign(owner, userId, 'parties')).status).toBe(201);
    await aSecond();
    expect((await clerk.send('POST', '/v1/parties', party('A'))).status).toBe(201);
    const change = { body: { grants: [{ permission: 'parties.party.list' }] }, headers: { 'If-Match': '"1"' } };
    expect((await owner.send('PATCH', `/v1/roles/${id}`, change)).status).toBe(200);
    await aSecond();
    expect(await clerk.send('POST', '/v1/parties', party('B'))).toMatchObject(forbidden);
    expect((await clerk.send('GET', '/v1/parties')).status).toBe(200);
    expect((await owner.send('DELETE', `/v1/role-assignments/${userId}/parties`)).status).toBe(200);
    await aSecond();
    expect(await clerk.send('GET', '/v1/parties')).toMatchObject(forbidden);
  });

  it('limits an amount with a problem that names both', async () => {
    const { owner, clerk, userId } = await staff();
    await owner.send('POST', '/v1/company', { body: { name: 'Employer Ltd', baseCurrency: 'EUR', booksStartOn: '2026-01-01' } });
    const customer = (await owner.send('POST', '/v1/parties', party('C'))).body.id;
    await newRole(owner, 'till', { permission: 'sales.invoice.issue', maxAmount: '99.99' });
    await assign(owner, userId, 'till');
    await aSecond();
    const body = { customerId: customer, date: '2026-03-10', lines: [{ description: 'Tea', quantity: '1', unitPrice: '100' }] };
    expect(await clerk.send('POST', '/v1/issued-invoices', { body })).toMatchObject({
      status: 403,
      body: { code: 'amount_limit', limit: '99.99', amount: '100' },
    });
  });

  it('is read from PostgreSQL while Redis has forgotten, and a copy of it from Redis in one round trip', async () => {
    const { owner, clerk, userId, tenantId } = await staff();
    await assign(owner, userId, 'sales');
    const { redis } = api.resources;
    await redis.flushdb();
    await aSecond();
    expect((await me(clerk)).roles).toEqual(['employee', 'sales']);
    await clerk.send('POST', '/api/auth/sign-in/email', { body: { email: clerk.email, password } });
    expect((await me(clerk)).roles).toEqual(['employee', 'sales']);
    await aSecond();
    const asked = redis.sendCommand.bind(redis);
    const commands: string[] = [];
    redis.sendCommand = (command, stream) => {
      commands.push(command.name);
      return asked(command, stream);
    };
    try {
      expect((await me(clerk)).roles).toEqual(['employee', 'sales']);
    } finally {
      redis.sendCommand = asked;
    }
    expect(commands.filter((name) => name !== 'info')).toEqual(['eval']);
    expect(JSON.parse((await redis.get(`atlas:access:${tenantId}:${userId}`)) ?? '')).toMatchObject({ ready: ['sales'] });
  });

  it('is in force where there is no Redis', async () => {
    const { owner, clerk, userId } = await staff();
    await assign(owner, userId, 'sales');
    const lonely = await startApi(6, { REDIS_URL: 'redis://127.0.0.1:9' });
    try {
      const response = await fetch(`${lonely.url}/v1/me`, { headers: { Cookie: clerk.cookie() } });
      expect(await response.json()).toMatchObject({ roles: ['employee', 'sales'] });
    } finally {
      await lonely.close();
    }
  });

  it('is of this workspace: who goes to another leaves it behind', async () => {
    const { owner, clerk, userId } = await staff();
    await assign(owner, userId, 'admin');
    await clerk.send('POST', '/api/auth/organization/create', { body: { name: 'Own Ltd', slug: `own-${userId}` } });
    expect((await me(clerk)).roles).toEqual(['owner']);
    const other = await staff();
    expect(await assign(clerk, other.userId, 'sales')).toMatchObject({ status: 404 });
    expect(await assign(clerk, userId, 'sales')).toMatchObject({ status: 201 });
  });
});

describe('a change', () => {
  it('is not covered up by who read PostgreSQL right before it', async () => {
    const { owner, clerk, userId, tenantId } = await staff();
    const { auth } = api.resources;
    const people: People = (tenant) => ({
      ...auth.people(tenant),
      member: async (id) => {
        const before = await auth.people(tenant).member(id);
        await setRole(owner, userId, 'sales');
        return before;
      },
    });
    const late = accessReader({ ...api.resources, people });
    expect(await late(tenantId, userId, null)).toMatchObject({ role: 'employee' });
    await aSecond();
    expect((await me(clerk)).roles).toEqual(['sales']);
  });
});

describe('nobody climbs', () => {
  it('an employee gives themselves nothing, by no way in', async () => {
    const { clerk, userId } = await staff();
    expect(await assign(clerk, userId, 'admin')).toMatchObject(forbidden);
    expect(await newRole(clerk, 'mine', { permission: '*' })).toMatchObject(forbidden);
    expect((await setRole(clerk, userId, 'admin')).status).toBe(403);
    expect((await setRole(clerk, userId, 'owner')).status).toBe(403);
  });

  it('an assigned administrator makes no owner and unmakes none', async () => {
    const { owner, clerk, userId } = await staff();
    await assign(owner, userId, 'admin');
    await aSecond();
    const ownerId = (await me(owner)).userId;
    expect(await assign(clerk, userId, 'owner')).toMatchObject({ status: 403, body: { code: 'identity.owner_untouchable' } });
    expect(await clerk.send('DELETE', `/v1/role-assignments/${ownerId}/owner`)).toMatchObject({ status: 404 });
    expect((await setRole(clerk, ownerId, 'member')).status).toBe(403);
  });

  it('the last owner stays one', async () => {
    const { owner } = await staff();
    const { userId, tenantId } = await me(owner);
    expect((await setRole(owner, userId, 'admin')).status).toBe(400);
    const body = { organizationId: tenantId };
    expect((await owner.send('POST', '/api/auth/organization/leave', { body })).status).toBe(400);
    expect((await me(owner)).roles).toEqual(['owner']);
  });
});

describe('a workspace that is deleted', () => {
  it('is no more within a second, for all who were in it', async () => {
    const { owner, clerk, tenantId } = await staff('sales');
    const elsewhere = await signInAgain(clerk);
    const body = { organizationId: tenantId };
    expect((await owner.send('POST', '/api/auth/organization/delete', { body })).status).toBe(200);
    await aSecond();
    expect(await elsewhere.send('GET', '/v1/parties')).toMatchObject({ status: 403, body: { code: 'no_workspace' } });
  });
});

describe('whoever leaves', () => {
  it('is out within a second, in every browser', async () => {
    const { clerk, tenantId } = await staff('sales');
    const elsewhere = await signInAgain(clerk);
    await clerk.send('POST', '/api/auth/organization/leave', { body: { organizationId: tenantId } });
    await aSecond();
    expect(await elsewhere.send('GET', '/v1/parties')).toMatchObject({ status: 403, body: { code: 'no_workspace' } });
  });
});
