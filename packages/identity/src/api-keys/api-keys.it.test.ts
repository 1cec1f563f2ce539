import { asAdministrator } from '@atlas/testing';
import { type Api, type Person, startApi } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let api: Api;
let owner: Person;

beforeAll(async () => {
  api = await startApi(8);
  owner = await api.person('Keys Ltd');
});
afterAll(() => api.close());

type Issued = { id: string; key: string; publicId: string; expiresAt: string | null };

async function issue(permissions: string[], more: object = {}): Promise<Issued & { serviceAccountId: string }> {
  const account = await owner.send('POST', '/v1/service-accounts', { body: { name: `Shop ${crypto.randomUUID()}` } });
  const serviceAccountId: string = account.body.id;
  const { status, body } = await owner.send('POST', '/v1/api-keys', {
    body: { serviceAccountId, name: 'web shop', permissions, ...more },
  });
  expect(status).toBe(201);
  return { ...body, serviceAccountId };
}

/** What a program without cookies gets. */
const withKey = (key: string, method: string, path: string, body?: unknown) =>
  api.visitor().send(method, path, { headers: { authorization: `Bearer ${key}` }, ...(body === undefined ? {} : { body }) });

/** Longer than a process remembers a key. */
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1050));

describe('an API key', () => {
  it('does what its permissions say, and nothing else', async () => {
    const { key } = await issue(['parties.*']);
    const made = await withKey(key, 'POST', '/v1/parties', { code: 'BYKEY', name: 'Made by a program' });
    expect(made.status).toBe(201);
    expect((await withKey(key, 'GET', '/v1/parties')).body.items).toMatchObject([{ code: 'BYKEY' }]);
    expect(await withKey(key, 'GET', '/v1/products')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await withKey(key, 'GET', '/v1/api-keys')).status).toBe(403);
  });

  it('is named in the audit trail as the program that it belongs to', async () => {
    const { key, serviceAccountId } = await issue(['parties.party.create']);
    const made = await withKey(key, 'POST', '/v1/parties', { code: 'AUDIT', name: 'Audited' });
    const [event] = await asAdministrator('select actor_kind, actor_id from audit_events where subject_id = $1', [made.body.id]);
    expect(event).toEqual({ actor_kind: 'service', actor_id: serviceAccountId });
  });

  it('is refused when it is forged, of another tenant, cut off or no key at all', async () => {
    const { key } = await issue(['parties.*']);
    const other = await api.person('Other Keys Ltd');
    const account = await other.send('POST', '/v1/service-accounts', { body: { name: 'Theirs' } });
    const body = { serviceAccountId: account.body.id, name: 'theirs', permissions: ['parties.*'] };
    const theirs = (await other.send('POST', '/v1/api-keys', { body })).body.key as string;
    const [, mine = '', tail = ''] = key.split('_');
    const forged = [
      `atlas_${mine}_${theirs.split('_')[2]}`,
      `${key.slice(0, -6)}AAAAAA`,
      key.slice(0, -1),
      `atlas_${tail}`,
      'nonsense',
      '',
    ];
    for (const each of forged)
      expect(await withKey(each, 'GET', '/v1/parties')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect((await withKey(theirs, 'GET', '/v1/parties')).body.items).toEqual([]);
  });

  it('stops within a second when it is revoked, and so do all keys of an account that is ended', async () => {
    const [one, two] = await Promise.all([issue(['parties.*']), issue(['parties.*'])]);
    for (const { key } of [one, two]) expect((await withKey(key, 'GET', '/v1/parties')).status).toBe(200);
    await owner.send('POST', `/v1/api-keys/${one.id}/revoke`, { body: {} });
    await owner.send('POST', `/v1/service-accounts/${two.serviceAccountId}/archive`, { body: {} });
    await aSecond();
    for (const { key } of [one, two]) expect((await withKey(key, 'GET', '/v1/parties')).status).toBe(401);
    expect(await owner.send('POST', `/v1/api-keys/${one.id}/revoke`, { body: {} })).toMatchObject({
      body: { code: 'identity.key_ended' },
    });
  });

  it('hands over to its successor, and both work while they overlap', async () => {
    const old = await issue(['parties.*']);
    const rotate = (id: string, overlapHours: number) =>
      owner.send('POST', `/v1/api-keys/${id}/rotate`, { body: { overlapHours } });
    const next = (await rotate(old.id, 1)).body as Issued;
    for (const { key } of [old, next]) expect((await withKey(key, 'GET', '/v1/parties')).status).toBe(200);
    const last = (await rotate(next.id, 0)).body as Issued;
    await aSecond();
    expect((await withKey(next.key, 'GET', '/v1/parties')).status).toBe(401);
    expect((await withKey(last.key, 'GET', '/v1/parties')).status).toBe(200);
  });

  it('ends on its day', async () => {
    const { key, id } = await issue(['parties.*'], { expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect((await withKey(key, 'GET', '/v1/parties')).status).toBe(200);
    await asAdministrator(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [id]);
    await aSecond();
    expect((await withKey(key, 'GET', '/v1/parties')).status).toBe(401);
  });

  it('is shown once: no list, no repetition and no table tells it again', async () => {
    const { key, publicId } = await issue(['parties.*']);
    const secret = key.split('_')[2] as string;
    const list = await owner.send('GET', '/v1/api-keys');
    expect(list.text).toContain(publicId);
    expect(list.text).not.toContain(secret);
    const rows = await asAdministrator(
      `select answer::text as kept from idempotency_keys union all select after::text from audit_events union all select payload::text from outbox_messages`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('can do no more than who issues it', async () => {
    const member = await api.member(owner);
    const { serviceAccountId } = await issue(['parties.*']);
    const body = { serviceAccountId, name: 'mine', permissions: ['*'] };
    expect((await member.send('POST', '/v1/api-keys', { body })).status).toBe(403);
  });

  it('says when it was last used', async () => {
    const { key, id } = await issue(['parties.*']);
    await withKey(key, 'GET', '/v1/parties');
    await expect
      .poll(async () => {
        const { body } = await owner.send('GET', '/v1/api-keys');
        return (body.items as { id: string; lastUsedAt: string | null }[]).find((each) => each.id === id)?.lastUsedAt;
      })
      .not.toBeNull();
  });
});
