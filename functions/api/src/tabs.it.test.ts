import { uuidv7 } from '@atlas/kernel';
import { asAdministrator } from '@atlas/testing';
import { type Api, type Person, startApi, type Visitor } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let api: Api;

beforeAll(async () => {
  api = await startApi(12);
});
afterAll(() => api.close());

const refused = { status: 403, body: { code: 'not_a_member' } };
const named = (tenantId: string) => ({ 'Atlas-Workspace': tenantId });
const party = (name: string) => ({ code: 'ALFKI', name });

const me = async (visitor: Visitor, headers = {}) => (await visitor.send('GET', '/v1/me', { headers })).body;
const names = async (visitor: Visitor, headers = {}): Promise<string[]> =>
  (await visitor.send('GET', '/v1/parties', { headers })).body.items.map(({ name }: { name: string }) => name);

/** Waits out the second for which a process may remember a person. */
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1050));

/** Someone with two workspaces; the session is in the second. */
async function withTwo(): Promise<{ person: Person; first: string; second: string }> {
  const person = await api.person('First Ltd');
  const { tenantId: first } = await me(person);
  await person.send('POST', '/api/auth/organization/create', { body: { name: 'Second Ltd', slug: uuidv7() } });
  return { person, first, second: (await me(person)).tenantId };
}

const addTo = (person: Person, tenantId: string, name: string) =>
  person.send('POST', '/v1/parties', { body: party(name), headers: named(tenantId) });

describe('a request that names its workspace', () => {
  it('reads and writes there, whatever workspace the session is in', async () => {
    const { person, first, second } = await withTwo();
    await Promise.all([addTo(person, first, 'In the first'), addTo(person, second, 'In the second')]);
    expect(await names(person, named(first))).toEqual(['In the first']);
    expect(await names(person, named(second.toUpperCase()))).toEqual(['In the second']);
    expect(await names(person)).toEqual(['In the second']);
    expect(await me(person, named(first))).toMatchObject({ tenantId: first, role: 'owner' });
  });

  it('stays there while the session is switched, and one that names none goes along', async () => {
    const { person, first, second } = await withTwo();
    await addTo(person, first, 'In the first');
    for (const organizationId of [first, second, first]) {
      await person.send('POST', '/api/auth/organization/set-active', { body: { organizationId } });
      expect(await names(person, named(first))).toEqual(['In the first']);
      expect(await names(person, named(second))).toEqual([]);
      expect((await me(person)).tenantId).toBe(organizationId);
    }
  });

  it('is judged by the role that the person has there', async () => {
    const { person, first } = await withTwo();
    const { tenantId: own } = await me(person);
    await asAdministrator("update identity.members set role = 'auditor' where organization_id = $1", [first]);
    await api.resources.redis.flushdb();
    await aSecond();
    expect(await addTo(person, first, 'Not by an auditor')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await addTo(person, own, 'By its owner')).toMatchObject({ status: 201 });
  });

  it('is refused for a workspace of others as for one that there is not, and shows nothing', async () => {
    const [mine, theirs] = await Promise.all([api.person('Mine Ltd'), api.person('Theirs Ltd')]);
    const { tenantId: foreign } = await me(theirs);
    await addTo(theirs, foreign, 'A secret');
    await names(theirs, named(foreign));
    for (const tenantId of [foreign, uuidv7()]) {
      for (const path of ['/v1/parties', '/v1/me', '/v1/audit-events'])
        expect(await mine.send('GET', path, { headers: named(tenantId) })).toMatchObject(refused);
      expect(await addTo(mine, tenantId, 'Planted')).toMatchObject(refused);
    }
    expect(await names(theirs)).toEqual(['A secret']);
    expect(await names(mine), 'without the header all is as before').toEqual([]);
  });

  it('is refused within a second after the person was removed there, and works on elsewhere', async () => {
    const owner = await api.person('Employer Ltd');
    const { tenantId } = await me(owner);
    const member = await api.member(owner);
    await member.send('POST', '/api/auth/organization/create', { body: { name: 'Own Ltd', slug: uuidv7() } });
    expect(await names(member, named(tenantId))).toEqual([]);
    await owner.send('POST', '/api/auth/organization/remove-member', { body: { memberIdOrEmail: member.email } });
    await aSecond();
    expect(await member.send('GET', '/v1/parties', { headers: named(tenantId) })).toMatchObject(refused);
    expect(await names(member)).toEqual([]);
  });

  it('is dead with its session, in every workspace at once', async () => {
    const { person, first, second } = await withTwo();
    const copy = api.visitor();
    copy.setCookie(person.cookie());
    for (const tenantId of [first, second]) await names(copy, named(tenantId));
    await person.send('POST', '/api/auth/sign-out', { body: {} });
    for (const tenantId of [first, second])
      expect((await copy.send('GET', '/v1/parties', { headers: named(tenantId) })).status).toBe(401);
  });

  it.each(['', 'first', '*', '00000000-0000-0000-0000-000000000000, x', 'a:b', "'"])('is not valid with %j', async (value) => {
    const person = await api.person('Literal Ltd');
    const { status } = await person.send('GET', '/v1/parties', { headers: named(value) });
    expect(status).toBe(422);
  });

  it('goes on after Redis has forgotten everything', async () => {
    const { person, first } = await withTwo();
    await addTo(person, first, 'In the first');
    await api.resources.redis.flushdb();
    await aSecond();
    expect(await names(person, named(first))).toEqual(['In the first']);
  });
});

describe('the key of a program', () => {
  it('is good for its own workspace, and named with another refused', async () => {
    const { person, first, second } = await withTwo();
    const account = await person.send('POST', '/v1/service-accounts', { body: { name: 'Till' } });
    const input = { serviceAccountId: account.body.id, name: 'till', permissions: ['parties.*'] };
    const { body } = await person.send('POST', '/v1/api-keys', { body: input });
    const program = api.visitor();
    const list = (more: object) =>
      program.send('GET', '/v1/parties', { headers: { Authorization: `Bearer ${body.key}`, ...more } });
    expect((await list({})).status).toBe(200);
    expect((await list(named(second))).status).toBe(200);
    expect(await list(named(first))).toMatchObject(refused);
  });
});
