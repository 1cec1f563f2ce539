import { uuidv7 } from '@atlas/kernel';
import { asAdministrator } from '@atlas/testing';
import { type Answer, type Api, createWorkspace, password, startApi, type Visitor } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let api: Api;
beforeAll(async () => {
  api = await startApi(17);
});
afterAll(() => api.close());

type Someone = Visitor & { readonly email: string };

const newDomain = (): string => `d${uuidv7()}.example`;

/** Someone with an address at a domain, who has shown that it is theirs, or not. */
async function someoneAt(domain: string, verified = true): Promise<Someone> {
  const visitor = api.visitor();
  const email = `${uuidv7()}@${domain}`;
  await visitor.send('POST', '/api/auth/sign-up/email', { body: { email, password, name: 'Ada' } });
  await asAdministrator('update identity.users set email_verified = $2 where email = lower($1)', [email, verified]);
  await visitor.send('POST', '/api/auth/sign-in/email', { body: { email, password } });
  return { ...visitor, email: email.toLowerCase() };
}

const ask = (visitor: Visitor, what: string, body: object): Promise<Answer> =>
  visitor.send('POST', `/api/auth/workspace-domains/${what}`, { body });
const offersTo = async (visitor: Visitor) => (await visitor.send('GET', '/api/auth/workspace-domains/offers')).body;

/** An owner at a domain, and their workspace. */
async function ownerAt(domain: string): Promise<{ owner: Someone; organizationId: string }> {
  const owner = await someoneAt(domain);
  const { body } = await createWorkspace(owner, 'Domain Ltd');
  return { owner, organizationId: body.id };
}

async function openAt(domain: string, role = 'employee') {
  const made = await ownerAt(domain);
  const added = await ask(made.owner, 'add', { organizationId: made.organizationId, domain, role });
  expect(added).toMatchObject({ status: 200, body: { domain, role } });
  return made;
}

describe('who has a verified address of the domain', () => {
  it('is offered the workspace and joins it when they want to, as what its owner chose', async () => {
    const domain = newDomain();
    const { owner, organizationId } = await openAt(domain);
    const newcomer = await someoneAt(domain.toUpperCase());
    expect((await newcomer.send('GET', '/v1/me')).body.tenantId, 'never by itself').toBeNull();
    expect(await offersTo(newcomer)).toEqual([{ organizationId, name: 'Domain Ltd', role: 'employee' }]);
    const joined = await Promise.all([1, 2].map(() => ask(newcomer, 'join', { organizationId })));
    expect(joined.map(({ status }) => status)).toContain(200);
    await newcomer.send('POST', '/api/auth/organization/set-active', { body: { organizationId } });
    expect((await newcomer.send('GET', '/v1/me')).body).toMatchObject({ tenantId: organizationId, roles: ['employee'] });
    expect(await offersTo(newcomer)).toEqual([]);
    const { items } = (await owner.send('GET', '/v1/members')).body;
    expect(items.filter(({ email }: { email: string }) => email === newcomer.email)).toHaveLength(1);
  });

  it('is offered each workspace of the domain', async () => {
    const domain = newDomain();
    const [one, other] = [await openAt(domain), await openAt(domain, 'auditor')];
    const newcomer = await someoneAt(domain);
    const found = (await offersTo(newcomer)).map((offer: { organizationId: string }) => offer.organizationId);
    expect(found.sort()).toEqual([one.organizationId, other.organizationId].sort());
  });
});

describe('nobody joins', () => {
  it.each([
    ['whose address is not verified', (domain: string) => someoneAt(domain, false)],
    ['whose address is at a domain below', (domain: string) => someoneAt(`mail.${domain}`)],
    ['whose address only ends like it', (domain: string) => someoneAt(`x${domain}`)],
  ])('%s', async (_who, come) => {
    const domain = newDomain();
    const { organizationId } = await openAt(domain);
    const stranger = await come(domain);
    expect(await offersTo(stranger)).toEqual([]);
    expect(await ask(stranger, 'join', { organizationId })).toMatchObject({ status: 404, body: { code: 'NO_SUCH_OFFER' } });
    expect((await stranger.send('GET', '/v1/me')).body.tenantId).toBeNull();
  });

  it('after the domain was taken back, while the workspace is suspended, or beyond its seats', async () => {
    const domain = newDomain();
    const { owner, organizationId } = await openAt(domain);
    const newcomer = await someoneAt(domain);
    await asAdministrator(`update identity.organizations set limits = '{"members": 1}' where id = $1`, [organizationId]);
    expect((await ask(newcomer, 'join', { organizationId })).status).toBe(403);
    await asAdministrator(
      `update identity.organizations set limits = '{}', suspended_at = now(), suspended_reason = 'unpaid' where id = $1`,
      [organizationId],
    );
    expect((await ask(newcomer, 'join', { organizationId })).status).toBe(404);
    await asAdministrator('update identity.organizations set suspended_at = null, suspended_reason = null where id = $1', [
      organizationId,
    ]);
    expect((await ask(owner, 'remove', { organizationId, domain })).status).toBe(200);
    expect((await ask(newcomer, 'join', { organizationId })).status).toBe(404);
  });
});

describe('a domain is claimed', () => {
  const add = (visitor: Visitor, organizationId: string, domain: string, role = 'employee') =>
    ask(visitor, 'add', { organizationId, domain, role });

  it('by an owner whose own verified address is in it only', async () => {
    const domain = newDomain();
    const { owner, organizationId } = await ownerAt(domain);
    expect(await add(owner, organizationId, newDomain())).toMatchObject({ status: 403, body: { code: 'DOMAIN_NOT_YOURS' } });
    expect((await add(owner, organizationId, 'no domain')).status).toBe(400);
    expect((await add(owner, organizationId, domain, 'owner')).status, 'nobody becomes an owner by it').toBe(400);
    await asAdministrator('update identity.users set email_verified = false where email = $1', [owner.email]);
    await api.resources.redis.flushdb();
    expect((await add(owner, organizationId, domain)).status).toBe(403);
  });

  it('however it is written, and once', async () => {
    const domain = `xn--mnchen-3ya.${newDomain()}`;
    const { owner, organizationId } = await ownerAt(domain);
    for (const role of ['employee', 'auditor'])
      expect((await add(owner, organizationId, domain.replace('xn--mnchen-3ya', 'MÜNCHEN'), role)).status).toBe(200);
    const path = `/api/auth/workspace-domains/list?organizationId=${organizationId}`;
    expect((await owner.send('GET', path)).body.items).toMatchObject([{ domain, role: 'auditor' }]);
  });

  it('by nobody where everybody gets an address', async () => {
    const { owner, organizationId } = await ownerAt('gmail.com');
    const refused = { status: 400, body: { code: 'PUBLIC_MAIL_DOMAIN' } };
    expect(await add(owner, organizationId, 'GMail.com')).toMatchObject(refused);
  });

  it('by no administrator, no member and no stranger, who do not see it either', async () => {
    const domain = newDomain();
    const { owner, organizationId } = await openAt(domain, 'admin');
    const [admin, stranger] = [await someoneAt(domain), await someoneAt(newDomain())];
    await ask(admin, 'join', { organizationId });
    const path = `/api/auth/workspace-domains/list?organizationId=${organizationId}`;
    expect((await admin.send('GET', path)).status, 'an administrator looks').toBe(200);
    expect((await stranger.send('GET', path)).status).toBe(403);
    for (const visitor of [admin, stranger]) {
      expect((await add(visitor, organizationId, domain, 'admin')).status).toBe(403);
      expect((await ask(visitor, 'remove', { organizationId, domain })).status).toBe(403);
      expect((await ask(visitor, 'restrict', { organizationId, only: true })).status).toBe(403);
    }
    expect((await owner.send('GET', path)).body.items).toHaveLength(1);
  });

  it('with a proof of who one is that is minutes old', async () => {
    const domain = newDomain();
    const { owner, organizationId } = await ownerAt(domain);
    await asAdministrator("update identity.sessions set authenticated_at = now() - interval '1 hour'", []);
    await api.resources.redis.flushdb();
    expect(await add(owner, organizationId, domain)).toMatchObject({ status: 403, body: { code: 'step_up_required' } });
  });
});

it('invitations go to these domains only, where an owner wants it', async () => {
  const domain = newDomain();
  const { owner, organizationId } = await openAt(domain);
  const invite = (email: string) =>
    owner.send('POST', '/api/auth/organization/invite-member', { body: { email, role: 'member', organizationId } });
  expect((await ask(owner, 'restrict', { organizationId, only: true })).status).toBe(200);
  expect(await invite(`a@${newDomain()}`)).toMatchObject({ status: 403, body: { code: 'DOMAIN_NOT_ALLOWED' } });
  expect((await invite(`a@${domain.toUpperCase()}`)).status).toBe(200);
  await ask(owner, 'restrict', { organizationId, only: false });
  expect((await invite(`a@${newDomain()}`)).status).toBe(200);
});
