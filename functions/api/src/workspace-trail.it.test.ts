import { uuidv7 } from '@atlas/kernel';
import { asAdministrator } from '@atlas/testing';
import { type Answer, type Api, createWorkspace, type Person, password, startApi, type Visitor } from '@atlas/testing/api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

let api: Api;
beforeAll(async () => {
  api = await startApi(3);
});
afterAll(() => api.close());

const me = async (visitor: Visitor) => (await visitor.send('GET', '/v1/me')).body;
const post = (visitor: Visitor, path: string, body: object): Promise<Answer> =>
  visitor.send('POST', `/api/auth${path}`, { body });

async function done(visitor: Visitor, path: string, body: object): Promise<Answer> {
  const answer = await post(visitor, path, body);
  expect(answer, path).toMatchObject({ status: 200 });
  return answer;
}

async function refused(visitor: Visitor, path: string, body: object): Promise<void> {
  const { status } = await post(visitor, path, body);
  expect(status, path).toBeGreaterThanOrEqual(400);
  expect(status, path).toBeLessThan(500);
}

/** What the trail of a workspace says, oldest first. */
const trailOf = (workspaceId: string) =>
  asAdministrator(
    `select action, actor_kind as "actorKind", actor_id as "actorId", impersonator_id as "impersonatorId", subject_id as "subjectId",
       request_id as "requestId", before, after
     from audit_events where tenant_id = $1 order by id`,
    [workspaceId],
  );

const eventsOf = async (workspaceId: string) =>
  (
    await asAdministrator<{ name: string }>('select name from outbox_messages where tenant_id = $1 order by id', [workspaceId])
  ).map(({ name }) => name);

/** Someone who can accept invitations: their address is verified. */
async function verified(domain = 'example.com'): Promise<Person & { readonly userId: string }> {
  const visitor = api.visitor();
  const email = `${uuidv7()}@${domain}`;
  await post(visitor, '/sign-up/email', { email, password, name: 'Grace' });
  await asAdministrator('update identity.users set email_verified = true where email = $1', [email]);
  await post(visitor, '/sign-in/email', { email, password });
  return { ...visitor, email, userId: (await me(visitor)).userId };
}

async function owned(domain?: string) {
  const owner = await verified(domain);
  const { id: workspaceId } = (await createWorkspace(owner, 'Trail Ltd')).body;
  return { owner, workspaceId: workspaceId as string };
}

const invite = async (owner: Visitor, email: string, role = 'member') =>
  (await done(owner, '/organization/invite-member', { email, role })).body;

async function withMember() {
  const { owner, workspaceId } = await owned();
  const member = await verified();
  const invitation = await invite(owner, member.email);
  const { body } = await done(member, '/organization/accept-invitation', { invitationId: invitation.id });
  const before = await trailOf(workspaceId);
  return {
    owner,
    workspaceId,
    member,
    memberId: body.member.id as string,
    added: async () => (await trailOf(workspaceId)).slice(before.length),
  };
}

const intact = async (owner: Visitor) => (await owner.send('POST', '/v1/audit-events/verification', { body: {} })).body;

describe('an invitation', () => {
  it('stands in the trail when it is sent, sent again and accepted, and the chain holds', async () => {
    const { owner, workspaceId } = await owned();
    const member = await verified();
    const sent = await owner.send('POST', '/api/auth/organization/invite-member', {
      body: { email: member.email, role: 'accountant' },
      headers: { 'X-Request-Id': 'invite-once' },
    });
    await asAdministrator(`update identity.invitations set expires_at = now() + interval '1 hour' where id = $1`, [sent.body.id]);
    const again = { email: member.email.toUpperCase(), role: 'accountant', resend: true };
    expect((await done(owner, '/organization/invite-member', again)).body.id).toBe(sent.body.id);
    await done(member, '/organization/accept-invitation', { invitationId: sent.body.id });

    const named = { actorKind: 'user', impersonatorId: null, subjectId: sent.body.id };
    const [email, role, expiresAt] = [member.email, 'accountant', expect.any(String)];
    const trail = await trailOf(workspaceId);
    expect(trail).toEqual([
      {
        ...named,
        action: 'identity.member.invite',
        actorId: owner.userId,
        requestId: 'invite-once',
        before: null,
        after: { email, role, expiresAt },
      },
      {
        ...named,
        action: 'identity.invitation.resend',
        actorId: owner.userId,
        requestId: expect.any(String),
        before: { expiresAt },
        after: { email, role, expiresAt },
      },
      {
        ...named,
        action: 'identity.invitation.accept',
        actorId: member.userId,
        requestId: expect.any(String),
        before: { status: 'pending' },
        after: { email, role, status: 'accepted' },
      },
    ]);
    const { before, after } = trail[1] as { before: { expiresAt: string }; after: { expiresAt: string } };
    expect(after.expiresAt > before.expiresAt, 'sent again, it lasts longer').toBe(true);
    expect(await eventsOf(workspaceId)).toEqual([...Array(3).fill('identity.invitation.updated'), 'identity.member.joined']);
    expect(await intact(owner)).toMatchObject({ intact: true, eventCount: 3 });
  });

  it('stands there when it is declined or cancelled, once', async () => {
    const { owner, workspaceId } = await owned();
    const stranger = await verified();
    const declined = await invite(owner, stranger.email);
    await done(stranger, '/organization/reject-invitation', { invitationId: declined.id });
    const cancelled = await invite(owner, stranger.email);
    for (const _twice of [1, 2]) await done(owner, '/organization/cancel-invitation', { invitationId: cancelled.id });
    expect((await trailOf(workspaceId)).filter(({ action }) => action !== 'identity.member.invite')).toMatchObject([
      {
        action: 'identity.invitation.decline',
        actorId: stranger.userId,
        before: { status: 'pending' },
        after: { status: 'rejected' },
      },
      {
        action: 'identity.invitation.cancel',
        actorId: owner.userId,
        before: { status: 'pending' },
        after: { status: 'canceled' },
      },
    ]);
  });
});

describe('a membership', () => {
  it('stands in the trail with the role that it had and has', async () => {
    const { owner, workspaceId, member, memberId, added } = await withMember();
    await done(owner, '/organization/update-member-role', { memberId, role: 'admin' });
    await done(owner, '/organization/update-member-role', { memberId, role: 'admin' });
    const named = { action: 'identity.member.change_role', actorId: owner.userId, subjectId: member.userId };
    const { email } = member;
    expect(await added()).toMatchObject([{ ...named, before: { role: 'member' }, after: { email, role: 'admin' } }]);
    expect((await eventsOf(workspaceId)).at(-1)).toBe('identity.member.updated');
  });

  it('tells who handed the workspace over, to whom', async () => {
    const { owner, member, memberId, added } = await withMember();
    const [own] = await asAdministrator<{ id: string }>('select id from identity.members where user_id = $1', [owner.userId]);
    await done(owner, '/organization/update-member-role', { memberId, role: 'owner' });
    await done(owner, '/organization/update-member-role', { memberId: own?.id, role: 'admin' });
    expect(await added()).toMatchObject([
      { actorId: owner.userId, subjectId: member.userId, before: { role: 'member' }, after: { role: 'owner' } },
      { actorId: owner.userId, subjectId: owner.userId, before: { role: 'owner' }, after: { role: 'admin' } },
    ]);
  });

  it.each([['by its id'], ['by its address']])('tells who was removed, %s', async (how) => {
    const { owner, workspaceId, member, memberId, added } = await withMember();
    const memberIdOrEmail = how === 'by its id' ? memberId : member.email.toUpperCase();
    await done(owner, '/organization/remove-member', { memberIdOrEmail });
    const before = { email: member.email, role: 'member' };
    expect(await added()).toMatchObject([
      { action: 'identity.member.remove', actorId: owner.userId, subjectId: member.userId, before, after: null },
    ]);
    expect((await eventsOf(workspaceId)).at(-1)).toBe('identity.member.removed');
  });

  it('tells who left', async () => {
    const { owner, workspaceId, member, added } = await withMember();
    await done(member, '/organization/leave', { organizationId: workspaceId });
    const before = { email: member.email, role: 'member' };
    expect(await added()).toMatchObject([
      { action: 'identity.member.leave', actorId: member.userId, subjectId: member.userId, before, after: null },
    ]);
    expect(await intact(owner)).toMatchObject({ intact: true });
  });
});

describe('a workspace', () => {
  it('stands in its trail with the name that it had and has, and when it is deleted', async () => {
    const { owner, workspaceId } = await owned();
    await done(owner, '/organization/update', { data: { name: 'Trail and Sons' } });
    await done(owner, '/organization/delete', { organizationId: workspaceId });
    const named = { actorId: owner.userId, subjectId: workspaceId };
    expect(await trailOf(workspaceId)).toMatchObject([
      { ...named, action: 'identity.workspace.update', before: { name: 'Trail Ltd' }, after: { name: 'Trail and Sons' } },
      { ...named, action: 'identity.workspace.delete', before: { name: 'Trail and Sons' }, after: null },
    ]);
  });

  it('tells through which doors people come, and who came', async () => {
    const domain = `d${uuidv7()}.example`;
    const { owner, workspaceId: organizationId } = await owned(domain);
    const newcomer = await verified(domain);
    await done(owner, '/workspace-domains/add', { organizationId, domain, role: 'employee' });
    await done(owner, '/workspace-domains/add', { organizationId, domain, role: 'auditor' });
    await done(owner, '/workspace-domains/restrict', { organizationId, only: true });
    await Promise.all([1, 2].map(() => post(newcomer, '/workspace-domains/join', { organizationId })));
    for (const _twice of [1, 2]) await done(owner, '/workspace-domains/remove', { organizationId, domain });
    const [employee, auditor] = ['employee', 'auditor'].map((role) => ({ domain, role }));
    const [open, only] = [false, true].map((invitesToDomainsOnly) => ({ invitesToDomainsOnly }));
    const door = { actorId: owner.userId, subjectId: organizationId };
    const trail = (await trailOf(organizationId)).map(({ requestId: _, actorKind: __, impersonatorId: ___, ...row }) => row);
    expect(trail).toEqual([
      { ...door, action: 'identity.domain.add', before: null, after: employee },
      { ...door, action: 'identity.domain.add', before: employee, after: auditor },
      { ...door, action: 'identity.workspace.restrict_invitations', before: open, after: only },
      {
        action: 'identity.member.join',
        actorId: newcomer.userId,
        subjectId: newcomer.userId,
        before: null,
        after: { email: newcomer.email, ...auditor },
      },
      { ...door, action: 'identity.domain.remove', before: auditor, after: null },
    ]);
  });
});

describe('no row is left', () => {
  it('by what is refused, here or in the workspace of others', async () => {
    const [{ owner, workspaceId, member, memberId, added }, others] = await Promise.all([withMember(), owned()]);
    const organizationId = workspaceId;
    const waiting = await invite(owner, `${uuidv7()}@example.com`);
    const before = await added();
    for (const visitor of [member, others.owner, api.visitor()]) {
      await refused(visitor, '/organization/invite-member', { email: 'a@example.com', role: 'owner', organizationId });
      await refused(visitor, '/organization/cancel-invitation', { invitationId: waiting.id });
      await refused(visitor, '/organization/accept-invitation', { invitationId: waiting.id });
      await refused(visitor, '/organization/reject-invitation', { invitationId: waiting.id });
      await refused(visitor, '/organization/update-member-role', { memberId, role: 'admin', organizationId });
      await refused(visitor, '/organization/update', { data: { name: 'Mine' }, organizationId });
      await refused(visitor, '/organization/delete', { organizationId });
      await refused(visitor, '/workspace-domains/restrict', { organizationId, only: true });
    }
    await refused(others.owner, '/organization/leave', { organizationId });
    await refused(others.owner, '/organization/remove-member', { memberIdOrEmail: member.email });
    await refused(owner, '/organization/leave', { organizationId });
    await refused(owner, '/organization/update-member-role', { memberId: uuidv7(), role: 'admin' });
    expect(await added()).toEqual(before);
    expect(await trailOf(others.workspaceId), 'and nothing in theirs').toEqual([]);
  });
});

describe('when it cannot be written', () => {
  const rule = 'alter table audit_events drop constraint if exists no_leavers';
  afterEach(() => asAdministrator(rule));

  it('the request fails, and the access that was taken is taken', async () => {
    const { workspaceId, member, added } = await withMember();
    await asAdministrator(
      "alter table audit_events add constraint no_leavers check (action <> 'identity.member.leave') not valid",
    );
    expect((await post(member, '/organization/leave', { organizationId: workspaceId })).status).toBeGreaterThanOrEqual(500);
    expect(await added()).toEqual([]);
    const headers = { 'Atlas-Workspace': workspaceId };
    expect(await member.send('GET', '/v1/parties', { headers })).toMatchObject({ status: 403 });
  });
});
