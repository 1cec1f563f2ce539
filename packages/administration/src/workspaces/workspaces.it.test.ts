import { uuidv7 } from '@atlas/kernel';
import { appoint, asAdministrator } from '@atlas/testing';
import { type Api, type Person, password, startApi, type Visitor } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let api: Api;
/** Another instance on the same database and Redis. */
let other: Api;

beforeAll(async () => {
  [api, other] = await Promise.all([startApi(11), startApi(11)]);
});
afterAll(() => Promise.all([api.close(), other.close()]));

const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1100));
const me = async (visitor: Visitor) => (await visitor.send('GET', '/v1/me')).body;
const party = () => ({ body: { code: uuidv7().slice(-12), name: 'Somebody', isCustomer: true } });

/** Someone who runs Atlas. */
async function administrator(secondFactor = true): Promise<Person> {
  const person = await api.person();
  await appoint(person.email, secondFactor);
  return person;
}

async function workspace(name = 'Customer Ltd'): Promise<{ owner: Person; id: string; ownerId: string }> {
  const owner = await api.person(name);
  const { tenantId: id, userId: ownerId } = await me(owner);
  return { owner, id, ownerId };
}

const at = (path: string): string => `/v1/administration${path}`;
const onOther = (person: Visitor, method: string, path: string, sent: object = {}) => {
  const visitor = other.visitor();
  visitor.setCookie(person.cookie());
  return visitor.send(method, path, sent);
};

async function keyOf(owner: Person): Promise<string> {
  const account = (await owner.send('POST', '/v1/service-accounts', { body: { name: uuidv7() } })).body;
  const body = { serviceAccountId: account.id, name: 'Shop', permissions: ['parties.*'] };
  return (await owner.send('POST', '/v1/api-keys', { body })).body.key;
}

const suspended = { status: 403, body: { code: 'workspace_suspended', reason: 'Unpaid since March' } };
const suspend = (by: Person, id: string) =>
  by.send('POST', at(`/workspaces/${id}/suspend`), { body: { reason: 'Unpaid since March' } });

describe('the house', () => {
  it('is for administrators: not for owners, keys or who has one factor only', async () => {
    const { owner } = await workspace();
    const headers = { Authorization: `Bearer ${await keyOf(owner)}` };
    const list = at('/workspaces');
    expect(await owner.send('GET', list)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await api.visitor().send('GET', list, { headers })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await api.visitor().send('GET', list)).toMatchObject({ status: 401 });
    const careless = await administrator(false);
    expect(await careless.send('GET', list)).toMatchObject({ status: 403, body: { code: 'second_factor_required' } });
    expect((await me(careless)).administrator).toMatchObject({ hasSecondFactor: false });
    const careful = await administrator();
    expect(await careful.send('GET', list)).toMatchObject({ status: 200 });
    expect((await me(careful)).administrator.permissions).toContain('administration.workspace.suspend');
  });

  it('is no business of any workspace: what an owner may is told without it, also to an administrator', async () => {
    const { owner } = await workspace();
    await appoint(owner.email);
    const { permissions } = await me(owner);
    expect(permissions.filter((name: string) => name.startsWith('administration.'))).toEqual([]);
    const listed = (await owner.send('GET', '/v1/permissions')).body.items as { name: string }[];
    expect(listed.filter(({ name }) => name.startsWith('administration.'))).toEqual([]);
  });

  it('does nothing for whoever was an administrator a moment ago', async () => {
    const person = await administrator();
    await asAdministrator('update identity.users set administrator = false where email = $1', [person.email]);
    expect((await person.send('GET', at('/workspaces'))).status).toBe(403);
    expect((await me(person)).administrator).toBeNull();
  });

  it('wants a new proof before every change', async () => {
    const person = await administrator();
    const { id } = await workspace();
    await asAdministrator(
      `update identity.sessions s set authenticated_at = now() - interval '11 minutes' from identity.users u
       where u.id = s.user_id and u.email = $1`,
      [person.email],
    );
    await api.resources.redis.flushdb();
    await aSecond();
    expect(await suspend(person, id)).toMatchObject({ status: 403, body: { code: 'step_up_required' } });
    expect((await person.send('GET', at(`/workspaces/${id}`))).status).toBe(200);
  });

  it('cannot be entered by a column that Better Auth would take', async () => {
    const person = await api.person();
    const body = { name: 'Eve', administrator: true, two_factor_enabled: true };
    await person.send('POST', '/api/auth/update-user', { body });
    const newcomer = { email: `${uuidv7()}@example.com`, password, name: 'Eve', administrator: true };
    await api.visitor().send('POST', '/api/auth/sign-up/email', { body: newcomer });
    const rows = await asAdministrator('select 1 from identity.users where administrator and email = any($1)', [
      [person.email, newcomer.email],
    ]);
    expect(rows).toEqual([]);
  });
});

describe('a suspended workspace', () => {
  it('is closed within a second on every instance, for people and keys, and open again as fast', async () => {
    const by = await administrator();
    const { owner: founder, id, ownerId } = await workspace();
    // A session that has not changed is believed from its copy, and so is what its person may.
    const owner = { ...api.visitor(), email: founder.email };
    await owner.send('POST', '/api/auth/sign-in/email', { body: { email: founder.email, password } });
    const headers = { Authorization: `Bearer ${await keyOf(owner)}` };
    const asKey = (to: Api) => to.visitor().send('GET', '/v1/parties', { headers });
    expect([(await onOther(owner, 'GET', '/v1/parties')).status, (await asKey(other)).status]).toEqual([200, 200]);
    expect(await api.resources.redis.get(`atlas:access:${id}:${ownerId}`)).toContain('"standing"');
    expect(await suspend(by, id)).toMatchObject({ status: 200, body: { state: 'suspended' } });
    await aSecond();
    for (const answer of [owner.send('GET', '/v1/parties'), onOther(owner, 'GET', '/v1/parties'), asKey(api), asKey(other)])
      expect(await answer).toMatchObject(suspended);
    expect(await owner.send('POST', '/v1/parties', party())).toMatchObject(suspended);
    expect(await me(owner)).toMatchObject({ workspace: { state: 'suspended', suspendedReason: 'Unpaid since March' } });
    expect(await suspend(by, id)).toMatchObject({ status: 409, body: { code: 'administration.already_suspended' } });
    await by.send('POST', at(`/workspaces/${id}/resume`), { body: {} });
    await aSecond();
    for (const answer of [owner.send('GET', '/v1/parties'), onOther(owner, 'GET', '/v1/parties'), asKey(api), asKey(other)])
      expect((await answer).status).toBe(200);
  });

  it('is not changed through its people, who may go elsewhere and leave', async () => {
    const by = await administrator();
    const { owner, id } = await workspace();
    const member = await api.member(owner);
    await suspend(by, id);
    const refused = { status: 403, body: { code: 'WORKSPACE_SUSPENDED' } };
    const post = (path: string, body: object) => owner.send('POST', `/api/auth/organization/${path}`, { body });
    expect(await post('invite-member', { email: 'x@example.com', role: 'member' })).toMatchObject(refused);
    expect(await post('update', { data: { name: 'Renamed' } })).toMatchObject(refused);
    expect(await post('delete', { organizationId: id })).toMatchObject(refused);
    expect(await post('remove-member', { memberIdOrEmail: member.email })).toMatchObject(refused);
    expect((await member.send('POST', '/api/auth/organization/leave', { body: { organizationId: id } })).status).toBe(200);
    expect((await post('create', { name: 'Next Ltd', slug: uuidv7() })).status).toBe(200);
    expect((await owner.send('GET', '/v1/parties')).status).toBe(200);
  });
});

describe('a trial', () => {
  it('begins with a workspace, ends with reading, and can be prolonged', async () => {
    const by = await administrator();
    const { owner, id } = await workspace();
    expect((await me(owner)).workspace.state).toBe('trial');
    const set = (trialEndsAt: string | null) => by.send('PUT', at(`/workspaces/${id}/trial`), { body: { trialEndsAt } });
    expect((await set('2026-01-01T00:00:00.000Z')).body.state).toBe('trial_ended');
    await aSecond();
    expect(await owner.send('POST', '/v1/parties', party())).toMatchObject({ status: 403, body: { code: 'trial_ended' } });
    expect((await owner.send('GET', '/v1/parties')).status).toBe(200);
    const invite = { body: { email: 'x@example.com', role: 'member' } };
    expect(await owner.send('POST', '/api/auth/organization/invite-member', invite)).toMatchObject({ status: 403 });
    expect((await set(null)).body.state).toBe('active');
    await aSecond();
    expect((await owner.send('POST', '/v1/parties', party())).status).toBe(201);
  });
});

describe('seats', () => {
  it('count where somebody is invited and where they accept', async () => {
    const by = await administrator();
    const { owner, id } = await workspace();
    const member = await api.member(owner);
    const invite = () =>
      owner.send('POST', '/api/auth/organization/invite-member', { body: { email: `${uuidv7()}@example.com`, role: 'member' } });
    const limit = (members: number) => by.send('PUT', at(`/workspaces/${id}/limits`), { body: { members, rateFactor: null } });
    expect((await limit(3)).body.limits).toEqual({ members: 3, rateFactor: null });
    expect((await invite()).status).toBe(200);
    expect(await invite()).toMatchObject({ status: 403, body: { code: 'SEATS_TAKEN' } });
    await limit(4);
    const late = await api.person();
    await asAdministrator('update identity.users set email_verified = true where email = $1', [late.email]);
    await late.send('POST', '/api/auth/sign-in/email', { body: { email: late.email, password } });
    const { body } = await owner.send('POST', '/api/auth/organization/invite-member', {
      body: { email: late.email, role: 'member' },
    });
    await limit(2);
    const accepted = await late.send('POST', '/api/auth/organization/accept-invitation', { body: { invitationId: body.id } });
    expect(accepted.status).toBe(403);
    expect((await by.send('GET', at(`/workspaces/${id}`))).body.memberCount).toBe(2);
    expect((await member.send('GET', '/v1/parties')).status).toBe(200);
  });
});

describe('the last seat', () => {
  it('is taken once, however many accept at the same moment', async () => {
    const by = await administrator();
    const { owner, id } = await workspace();
    const guests = await Promise.all([1, 2, 3, 4].map(() => api.person()));
    await asAdministrator('update identity.users set email_verified = true where email = any($1)', [
      guests.map(({ email }) => email),
    ]);
    const invitations: [Person, string][] = [];
    for (const guest of guests) {
      await guest.send('POST', '/api/auth/sign-in/email', { body: { email: guest.email, password } });
      const invited = { body: { email: guest.email, role: 'member' } };
      invitations.push([guest, (await owner.send('POST', '/api/auth/organization/invite-member', invited)).body.id]);
    }
    await by.send('PUT', at(`/workspaces/${id}/limits`), { body: { members: 2, rateFactor: null } });
    const accept = ([guest, invitationId]: [Person, string]) =>
      guest.send('POST', '/api/auth/organization/accept-invitation', { body: { invitationId } });
    const statuses = (await Promise.all(invitations.map(accept))).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 403, 403, 403]);
    expect((await by.send('GET', at(`/workspaces/${id}`))).body.memberCount).toBe(2);
  });
});

describe('a feature', () => {
  it('is switched off and on for one workspace', async () => {
    const by = await administrator();
    const { owner, id } = await workspace();
    const headers = { Authorization: `Bearer ${await keyOf(owner)}` };
    const set = (code: string, enabled: boolean | null) =>
      by.send('PUT', at(`/workspaces/${id}/features/${code}`), { body: { enabled } });
    await set('imports', false);
    await set('api_keys', false);
    expect(await set('flying', true)).toMatchObject({ status: 404 });
    await aSecond();
    const off = { status: 403, body: { code: 'feature_off' } };
    expect(await owner.send('GET', '/v1/imports')).toMatchObject(off);
    expect(await owner.send('GET', `/v1/imports/${uuidv7()}/errors.csv`)).toMatchObject(off);
    expect(await api.visitor().send('GET', '/v1/parties', { headers })).toMatchObject(off);
    expect((await me(owner)).features).toEqual([]);
    expect((await set('imports', null)).body.features).toContainEqual(
      expect.objectContaining({ code: 'imports', enabled: true, byDefault: true }),
    );
    await aSecond();
    expect((await owner.send('GET', '/v1/imports')).status).toBe(200);
  });
});

describe('a workspace that is provisioned', () => {
  it('belongs to whoever accepts', async () => {
    const by = await administrator();
    const invited = await api.person();
    await asAdministrator('update identity.users set email_verified = true where email = $1', [invited.email]);
    await invited.send('POST', '/api/auth/sign-in/email', { body: { email: invited.email, password } });
    const body = {
      name: 'Großkunde GmbH',
      ownerEmail: invited.email.toUpperCase(),
      plan: 'free',
      limits: { members: 5, rateFactor: 2 },
    };
    const made = await by.send('POST', at('/workspaces'), { body });
    expect(made).toMatchObject({
      status: 201,
      body: { plan: 'free', state: 'active', owner: null, invitedOwner: invited.email, limits: body.limits },
    });
    const [row] = await asAdministrator<{ id: string }>('select id from identity.invitations where organization_id = $1', [
      made.body.id,
    ]);
    const shown = await invited.send('GET', `/api/auth/organization/get-invitation?id=${row?.id}`);
    expect(shown).toMatchObject({ status: 200, body: { organizationName: 'Großkunde GmbH', role: 'owner' } });
    expect((await (await api.person()).send('GET', `/api/auth/organization/get-invitation?id=${row?.id}`)).status).toBe(403);
    await invited.send('POST', '/api/auth/organization/accept-invitation', { body: { invitationId: row?.id } });
    expect(await me(invited)).toMatchObject({ roles: ['owner'], tenantId: made.body.id });
    expect(await by.send('GET', at(`/workspaces/${made.body.id}`))).toMatchObject({
      body: { memberCount: 1, owner: { email: invited.email }, invitedOwner: null },
    });
    expect((await by.send('GET', at('/workspaces?q=gro%C3%9Fkunde&sort=name'))).body.items).toContainEqual(
      expect.objectContaining({ id: made.body.id }),
    );
  });
});

describe('usage', () => {
  it('is numbers from inside the workspace', async () => {
    const by = await administrator();
    const { owner, id } = await workspace();
    await api.member(owner);
    await owner.send('POST', '/v1/parties', party());
    expect(await by.send('GET', at(`/workspaces/${id}/usage`))).toMatchObject({
      status: 200,
      body: {
        members: 2,
        customers: 1,
        invoicesThisMonth: 0,
        ledgerLines: 0,
        storedBytes: 0,
        lastActivityAt: expect.any(String),
      },
    });
  });
});
