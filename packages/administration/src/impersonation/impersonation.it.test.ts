import { uuidv7 } from '@atlas/kernel';
import { houseTenantId } from '@atlas/platform';
import { appoint, asAdministrator } from '@atlas/testing';
import { type Api, type Person, password, startApi, type Visitor } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let api: Api;
let by: Person;

beforeAll(async () => {
  api = await startApi(12);
  by = await administrator();
});
afterAll(() => api.close());

const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1100));
const me = async (visitor: Visitor) => (await visitor.send('GET', '/v1/me')).body;
const reason = 'The owner asked why an import fails';

async function administrator(): Promise<Person> {
  const person = await api.person();
  await appoint(person.email);
  return person;
}

async function workspace() {
  const owner = await api.person('Customer Ltd');
  const { tenantId: workspaceId, userId } = await me(owner);
  return { owner, workspaceId, userId };
}

const start = (who: Visitor, fields: object) =>
  who.send('POST', '/v1/administration/impersonations', { body: { reason, minutes: 30, ...fields } });
const begin = (who: Visitor, ticket: unknown) => who.send('POST', '/api/auth/impersonation/begin', { body: { ticket } });
const stop = (who: Visitor) => who.send('POST', '/api/auth/impersonation/stop', { body: {} });

/** An administrator who acts as the owner of a workspace. */
async function acting() {
  const who = await administrator();
  const { userId: administratorId } = await me(who);
  const there = await workspace();
  const { body } = await start(who, { workspaceId: there.workspaceId, userId: there.userId });
  expect((await begin(who, body.ticket)).status).toBe(200);
  return { ...there, who, administratorId, ticket: body.ticket as string };
}

describe('acting as a member', () => {
  it('is seen by everybody who looks, and ends where it began', async () => {
    const { userId: administratorId, email } = { ...(await me(by)), email: by.email };
    const { owner, workspaceId, userId } = await workspace();
    const started = await start(by, { workspaceId, userId });
    expect(started).toMatchObject({ status: 201, body: { workspaceId, userId, ticket: expect.any(String) } });
    await begin(by, started.body.ticket);
    expect(await me(by)).toMatchObject({
      userId,
      tenantId: workspaceId,
      administrator: null,
      impersonation: { by: administratorId, name: 'Ada', reason, until: started.body.until },
    });
    const sessions = (await owner.send('GET', '/api/auth/list-sessions')).body;
    expect(sessions).toContainEqual(expect.objectContaining({ impersonatedBy: administratorId, impersonationReason: reason }));
    expect((await by.send('POST', '/v1/parties', { body: { code: 'C1', name: 'Acme', isCustomer: true } })).status).toBe(201);
    expect((await stop(by)).status).toBe(200);
    expect(await me(by)).toMatchObject({ userId: administratorId, email, impersonation: null });
    expect((await owner.send('GET', '/v1/parties')).status).toBe(200);
    expect((await owner.send('GET', '/api/auth/list-sessions')).body).toHaveLength(1);

    const events = (await owner.send('GET', '/v1/audit-events')).body.items;
    expect(events).toMatchObject([
      {
        action: 'administration.impersonation.stop',
        actorId: administratorId,
        subjectId: userId,
        after: { reason, workspaceId },
      },
      { action: 'parties.party.create', actorId: userId, impersonatorId: administratorId },
      { action: 'administration.impersonation.start', actorId: administratorId, subjectId: userId, after: { reason } },
    ]);
    const inHouse = await by.send('GET', `/v1/administration/audit-events?actorId=${administratorId}`);
    expect(inHouse.body.items).toMatchObject([
      { action: 'administration.impersonation.stop', subjectId: userId, after: { reason, workspaceId } },
      { action: 'administration.impersonation.start', subjectId: userId, after: { reason, workspaceId } },
    ]);
    for (const what of ['started', 'stopped']) {
      const told = await asAdministrator<{ tenant_id: string }>(
        `select tenant_id from outbox_messages where name = 'administration.impersonation.' || $2 and payload->>'workspaceId' = $1`,
        [workspaceId, what],
      );
      expect(told.map(({ tenant_id }) => tenant_id).sort(), what).toEqual([houseTenantId, workspaceId].sort());
    }
  });

  it('stands in both hash chains, which hold, and break where who acted is changed', async () => {
    const { owner, who, workspaceId } = await acting();
    await who.send('POST', '/v1/parties', { body: { code: 'C1', name: 'Acme', isCustomer: true } });
    await stop(who);
    const intact = async () => (await owner.send('POST', '/v1/audit-events/verification', { body: {} })).body;
    await expect.poll(async () => (await intact()).eventCount, { timeout: 15_000 }).toBeGreaterThanOrEqual(2);
    expect(await intact()).toMatchObject({ intact: true });
    const house = await who.send('POST', '/v1/administration/audit-events/verification', { body: {} });
    expect(house).toMatchObject({ status: 200, body: { intact: true } });
    await asAdministrator(
      `set local session_replication_role = replica; update audit_events set impersonator_id = null where tenant_id = '${workspaceId}'`,
    );
    expect(await intact()).toMatchObject({ intact: false });
  });

  it('ends in both trails, once, and as what ended it: the administrator, the person or the limit', async () => {
    const [out, revoked, over] = await Promise.all([acting(), acting(), acting()]);
    await out.who.send('POST', '/api/auth/sign-out', { body: {} });
    const [token] = [revoked.ticket];
    expect((await revoked.owner.send('POST', '/api/auth/revoke-session', { body: { token } })).status).toBe(200);
    await asAdministrator("update identity.sessions set expires_at = now() - interval '1 second' where token = $1", [
      over.ticket,
    ]);
    await api.resources.redis.flushdb();
    for (const { who } of [revoked, over]) await stop(who);
    const [ended] = await asAdministrator<{ by: string }>(
      "select after->>'id' as by from audit_events where tenant_id = $1 and action = 'administration.impersonation.start'",
      [out.workspaceId],
    );
    const rows = (tenantId: string, { workspaceId }: typeof out) =>
      asAdministrator(
        `select actor_kind, actor_id, after->>'id' as id from audit_events
         where tenant_id = $1 and action = 'administration.impersonation.stop' and after->>'workspaceId' = $2`,
        [tenantId, workspaceId],
      );
    const id = expect.any(String);
    const user = (actor_id: unknown) => [{ actor_kind: 'user', actor_id, id }];
    for (const each of [out, revoked, over]) expect(await rows(houseTenantId, each)).toEqual(await rows(each.workspaceId, each));
    expect(await rows(out.workspaceId, out)).toEqual([{ ...user(out.administratorId)[0], id: ended?.by }]);
    expect(await rows(revoked.workspaceId, revoked)).toEqual(user(revoked.userId));
    expect(await rows(over.workspaceId, over)).toEqual([{ actor_kind: 'system', actor_id: null, id }]);
  });

  it('is for one workspace', async () => {
    const { owner, who, workspaceId, userId } = await acting();
    await owner.send('POST', '/api/auth/organization/create', { body: { name: 'Second Ltd', slug: uuidv7() } });
    const second = (await me(owner)).tenantId;
    expect(second).not.toBe(workspaceId);
    const headers = { 'Atlas-Workspace': second };
    expect(await who.send('GET', '/v1/parties', { headers })).toMatchObject({ status: 403, body: { code: 'not_a_member' } });
    expect((await who.send('GET', '/v1/parties', { headers: { 'Atlas-Workspace': workspaceId } })).status).toBe(200);
    expect(await me(who)).toMatchObject({ userId, tenantId: workspaceId });
  });

  it('reaches nothing of the house, and no further person', async () => {
    const { who, workspaceId, userId } = await acting();
    expect(await who.send('GET', '/v1/administration/workspaces')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await start(who, { workspaceId, userId })).toMatchObject({ status: 403 });
  });

  it.each([
    ['POST', '/v1/api-keys', { serviceAccountId: uuidv7(), name: 'Key', permissions: ['*'] }],
    ['POST', '/v1/service-accounts', { name: 'Program' }],
    ['POST', '/v1/roles', { code: 'mine', name: 'Mine', grants: [] }],
    ['POST', '/v1/role-assignments', { userId: uuidv7(), role: 'admin' }],
  ])('%s %s is refused: who may do what is not touched', async (method, path, body) => {
    const { who } = await acting();
    expect(await who.send(method, path, { body })).toMatchObject({ status: 403, body: { code: 'impersonating' } });
  });

  it('leaves everything that is the person’s own alone', async () => {
    const { who, workspaceId, userId, owner } = await acting();
    const post = (path: string, body: object = {}) => who.send('POST', `/api/auth${path}`, { body });
    const attempts: [string, object?][] = [
      ['/change-password', { currentPassword: password, newPassword: 'another battery staple' }],
      ['/update-user', { name: 'Eve' }],
      ['/change-email', { newEmail: 'eve@example.com' }],
      ['/delete-user', { password }],
      ['/verify-password', { password }],
      ['/two-factor/enable', { password }],
      ['/two-factor/disable', { password }],
      ['/passkey/verify-registration', { response: {} }],
      ['/revoke-sessions'],
      ['/revoke-other-sessions'],
      ['/link-social', { provider: 'google' }],
      ['/sign-in/email', { email: owner.email, password }],
      ['/organization/set-active', { organizationId: workspaceId }],
      ['/organization/create', { name: 'Eve Ltd', slug: uuidv7() }],
      ['/organization/leave', { organizationId: workspaceId }],
      ['/organization/delete', { organizationId: workspaceId }],
      ['/organization/update', { data: { name: 'Renamed' } }],
      ['/organization/invite-member', { email: 'eve@example.com', role: 'owner' }],
      ['/organization/update-member-role', { memberId: userId, role: 'owner' }],
    ];
    for (const [path, body] of attempts) expect({ path, ...(await post(path, body)) }).toMatchObject({ path, status: 403 });
    expect((await who.send('GET', '/api/auth/passkey/generate-register-options')).status).toBe(403);
    expect((await me(owner)).name).toBe('Ada');
  });

  it('ends hard at its limit, whatever is done in it, and the way back is open', async () => {
    const { who, ticket } = await acting();
    const [row] = await asAdministrator<{ minutes: string }>(
      `select round(extract(epoch from expires_at - now()) / 60) as minutes from identity.sessions where token = $1`,
      [ticket],
    );
    expect(Number(row?.minutes)).toBe(30);
    await asAdministrator(`update identity.sessions set expires_at = now() - interval '1 second' where token = $1`, [ticket]);
    await api.resources.redis.del(`atlas:auth:${ticket}`);
    await aSecond();
    expect((await who.send('GET', '/v1/parties')).status).toBe(401);
    expect((await stop(who)).status).toBe(200);
    expect((await me(who)).administrator).not.toBeNull();
  });

  it('is over when the person ends the session, or the administrator’s own is gone', async () => {
    const { who, owner, ticket } = await acting();
    expect((await owner.send('POST', '/api/auth/revoke-session', { body: { token: ticket } })).status).toBe(200);
    await aSecond();
    expect((await who.send('GET', '/v1/parties')).status).toBe(401);
    const second = await acting();
    await asAdministrator(
      'delete from identity.sessions using identity.users u where u.id = user_id and impersonated_by is null and u.email = $1',
      [second.who.email],
    );
    await api.resources.redis.flushdb();
    expect((await stop(second.who)).status).toBe(401);
    expect((await second.who.send('GET', '/v1/me')).status).toBe(401);
  });
});

describe('an administrator', () => {
  it('who is none any more acts as nobody', async () => {
    const { who } = await acting();
    expect((await who.send('GET', '/v1/parties')).status).toBe(200);
    await asAdministrator('update identity.users set administrator = false where email = $1', [who.email]);
    expect((await who.send('GET', '/v1/parties')).status).toBe(401);
  });
});

describe('a ticket', () => {
  it('is good for the administrator who got it, and for nobody else', async () => {
    const { workspaceId, userId, owner } = await workspace();
    const who = await administrator();
    const { ticket } = (await start(who, { workspaceId, userId })).body;
    for (const thief of [await administrator(), owner]) expect((await begin(thief, ticket)).status).toBe(403);
    expect((await begin(api.visitor(), ticket)).status).toBe(403);
    const own = (
      await asAdministrator<{ token: string }>(
        'select s.token from identity.sessions s join identity.users u on u.id = s.user_id where u.email = $1 and s.impersonated_by is null',
        [owner.email],
      )
    )[0]?.token;
    expect((await begin(who, own)).status).toBe(403);
    expect((await stop(who)).status).toBe(401);
  });
});

describe('nobody acts', () => {
  it('without a reason, for longer than an hour or shorter than five minutes', async () => {
    const { workspaceId, userId } = await workspace();
    for (const fields of [{ reason: 'too short' }, { reason: ' '.repeat(20) }, { minutes: 61 }, { minutes: 4 }])
      expect((await start(by, { workspaceId, userId, ...fields })).status).toBe(422);
  });

  it('as an administrator, a stranger, in a suspended workspace or one that nobody owns', async () => {
    const { workspaceId, owner, userId } = await workspace();
    const codeOf = async (fields: object) => (await start(by, { workspaceId, userId, ...fields })).body.code;
    expect(await codeOf({ userId: (await me(by)).userId })).toBe('administration.not_a_member');
    expect(await codeOf({ workspaceId: uuidv7() })).toBe('not_found');
    await asAdministrator('update identity.users set administrator = true where email = $1', [owner.email]);
    expect(await codeOf({})).toBe('administration.administrator_untouchable');
    await asAdministrator('update identity.users set administrator = false where email = $1', [owner.email]);
    await asAdministrator(`update identity.members set role = 'admin' where organization_id = $1`, [workspaceId]);
    expect(await codeOf({})).toBe('administration.no_owner');
    await by.send('POST', `/v1/administration/workspaces/${workspaceId}/suspend`, { body: { reason: 'Unpaid' } });
    expect(await codeOf({})).toBe('workspace_suspended');
  });
});
