import { uuidv7 } from '@atlas/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Person, password, startApi } from '../api/index.ts';
import { asAdministrator } from '../database.ts';
import { newEmail, redisDatabase } from './stand.ts';

let api: Api;
let owner: Person;
let stranger: Person;
let foreign: string;

const me = async (person: Person) => (await person.send('GET', '/v1/me')).body;

beforeAll(async () => {
  api = await startApi(redisDatabase);
  [owner, stranger] = await Promise.all([api.person('Own Ltd'), api.person('Foreign Ltd')]);
  foreign = (await me(stranger)).tenantId;
});
afterAll(() => api.close());

const row = async (table: string, column: string, value: string) => {
  const [found] = await asAdministrator(`select * from identity.${table} where ${column} = $1`, [value]);
  return found as Record<string, unknown>;
};

/** What nobody may say of themselves. */
const claimed = () => ({
  id: uuidv7(),
  role: 'admin',
  roles: ['owner'],
  emailVerified: true,
  email_verified: true,
  twoFactorEnabled: true,
  banned: false,
  tenantId: foreign,
  organizationId: foreign,
  activeOrganizationId: foreign,
  active_organization_id: foreign,
  activeTeamId: uuidv7(),
  userId: uuidv7(),
  createdAt: '2000-01-01T00:00:00.000Z',
  expiresAt: '2999-01-01T00:00:00.000Z',
  authenticatedAt: '2999-01-01T00:00:00.000Z',
  ipAddress: '6.6.6.6',
  plan: 'unlimited',
  permissions: ['*'],
});

describe('a body that says more than it may', () => {
  it('makes nobody more when they sign up', async () => {
    const email = newEmail();
    const body = { email, password, name: 'Ada', ...claimed() };
    const visitor = api.visitor();
    await visitor.send('POST', '/api/auth/sign-up/email', { body });
    const user = await row('users', 'email', email);
    // Refused or left out: either way nothing of it is true.
    if (user) {
      expect(user).toMatchObject({ email_verified: false, two_factor_enabled: false });
      expect(user.id).not.toBe(body.id);
      expect((user.created_at as Date).getFullYear()).toBeGreaterThan(2000);
      const session = await row('sessions', 'user_id', String(user.id));
      expect(session.active_organization_id).toBeNull();
      expect(session.ip_address).not.toBe('6.6.6.6');
    }
  });

  it.each(['/update-user', '/update-session'])('changes nothing else by %s', async (path) => {
    const person = await api.person('Honest Ltd');
    const { userId, tenantId } = await me(person);
    const before = { user: await row('users', 'id', userId), session: await row('sessions', 'user_id', userId) };
    for (const [name, value] of Object.entries(claimed()))
      await person.send('POST', `/api/auth${path}`, { body: { name: 'Renamed', [name]: value } });
    const after = { user: await row('users', 'id', userId), session: await row('sessions', 'user_id', userId) };
    const { updated_at: _1, name: _2, ...user } = before.user;
    const { updated_at: _3, ...session } = before.session;
    expect(after.user).toMatchObject(user);
    expect(after.session).toMatchObject(session);
    expect((await me(person)).tenantId).toBe(tenantId);
  });

  it('makes no workspace of somebody else', async () => {
    const [person, victim] = await Promise.all([api.person(), me(stranger)]);
    const body = { name: 'Mine', slug: uuidv7(), ...claimed(), id: foreign, userId: victim.userId };
    await person.send('POST', '/api/auth/organization/create', { body });
    const members = await asAdministrator('select user_id from identity.members where organization_id = $1', [foreign]);
    expect(members).toEqual([{ user_id: victim.userId }]);
    const mine = await asAdministrator('select role from identity.members where user_id = $1', [victim.userId]);
    expect(mine).toHaveLength(1);
  });

  it('moves no workspace', async () => {
    const { tenantId } = await me(owner);
    const before = await row('organizations', 'id', tenantId);
    await owner.send('POST', '/api/auth/organization/update', { body: { data: { name: 'Own Ltd', ...claimed() } } });
    await owner.send('POST', '/api/auth/organization/update', { body: { organizationId: foreign, data: { name: 'Taken' } } });
    expect(await row('organizations', 'id', tenantId)).toEqual(before);
    expect((await row('organizations', 'id', foreign)).name).toBe('Foreign Ltd');
  });

  it('gives a member no role by themselves', async () => {
    const member = await api.member(owner);
    const { userId, tenantId } = await me(member);
    const membership = await row('members', 'user_id', userId);
    const bodies = [
      { memberId: membership.id, role: 'owner' },
      { memberId: membership.id, role: ['owner'], organizationId: tenantId },
    ];
    for (const body of bodies) {
      const { status } = await member.send('POST', '/api/auth/organization/update-member-role', { body });
      expect(status).toBeGreaterThanOrEqual(400);
    }
    const invitation = { email: newEmail(), role: 'owner', organizationId: foreign };
    expect(
      (await member.send('POST', '/api/auth/organization/invite-member', { body: invitation })).status,
    ).toBeGreaterThanOrEqual(400);
    expect((await row('members', 'user_id', userId)).role).toBe(membership.role);
  });

  it('writes no field of a record that is not in the contract', async () => {
    const { tenantId } = await me(owner);
    const body = {
      code: 'OVER',
      name: 'Overposted',
      ...claimed(),
      tenant_id: foreign,
      version: 99,
      archivedAt: '2000-01-01T00:00:00Z',
    };
    const created = await owner.send('POST', '/v1/parties', { body });
    expect(created).toMatchObject({ status: 201, body: { code: 'OVER', version: 1 } });
    expect(created.body.id).not.toBe(body.id);
    const [stored] = await asAdministrator('select tenant_id, archived_at from public.parties where id = $1', [created.body.id]);
    expect(stored).toEqual({ tenant_id: tenantId, archived_at: null });
  });

  it('reaches no prototype', async () => {
    const body = '{"code":"PROTO","name":"Proto","__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}';
    expect((await owner.send('POST', '/v1/parties', { body })).status).toBe(201);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});
