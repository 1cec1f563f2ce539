import { type Api, type Person, startApi } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let api: Api;
let owner: Person;

beforeAll(async () => {
  api = await startApi(9);
  owner = await api.person('Auditable Ltd');
  for (const code of ['A1', 'A2'])
    expect((await owner.send('POST', '/v1/parties', { body: { code, name: code, isCustomer: true } })).status).toBe(201);
  expect((await owner.send('POST', '/v1/roles', { body: { code: 'clerk', name: 'Clerk', grants: [] } })).status).toBe(201);
});
afterAll(() => api.close());

const actions = async (query: string): Promise<string[]> => {
  const { status, body } = await owner.send('GET', `/v1/audit-events?${query}`);
  expect(status).toBe(200);
  return (body.items as { action: string }[]).map(({ action }) => action);
};

describe('the audit trail', () => {
  it('is narrowed to a module, an aggregate or an operation, by whole words', async () => {
    expect(await actions('action=parties')).toEqual(['parties.party.create', 'parties.party.create']);
    expect(await actions('action=identity.role')).toEqual(['identity.role.create']);
    expect(await actions('action=identity.role.create')).toHaveLength(1);
    expect(await actions('action=part')).toEqual([]);
    expect(await actions('action=%25')).toEqual([]);
  });

  it('is narrowed to who did it', async () => {
    const { userId } = (await owner.send('GET', '/v1/me')).body;
    expect(await actions(`actorId=${userId}`)).toHaveLength(3);
    expect(await actions('actorId=01a200c0-e548-74db-98d5-cc660d7e3aa6')).toEqual([]);
  });

  it('is narrowed to a span of time, whose end is not part of it', async () => {
    const { items } = (await owner.send('GET', '/v1/audit-events')).body;
    const [newest] = items as { occurredAt: string }[];
    expect(await actions(`from=${newest?.occurredAt}`)).toContain('identity.role.create');
    expect(await actions(`until=${newest?.occurredAt}`)).not.toContain('identity.role.create');
    expect(await actions('from=2030-01-01T00:00:00.000Z')).toEqual([]);
  });
});

describe('the names of who did it', () => {
  const ofIds = async (ids: string) => owner.send('GET', `/v1/members?ids=${ids}`);

  it('are asked for by ids, and only members have one', async () => {
    const [colleague, stranger] = await Promise.all([api.member(owner), api.person('Elsewhere Ltd')]);
    const ids: string[] = [];
    for (const person of [owner, colleague, stranger]) ids.push((await person.send('GET', '/v1/me')).body.userId);
    const { status, body } = await ofIds(ids.join(','));
    expect(status).toBe(200);
    expect(body.items.map(({ userId }: { userId: string }) => userId)).toEqual(ids.slice(0, 2));
    expect(body.nextCursor).toBeNull();
  });

  it('are not there for what is no id', async () => {
    for (const ids of ['x', 'x,y', '-'.repeat(36)]) expect((await ofIds(ids)).status).toBe(422);
  });
});
