import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { uuidv7 } from '@atlas/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Answer, type Api, type Person, startApi } from '../api/index.ts';
import { asAdministrator } from '../database.ts';
import { useS3 } from '../s3.ts';
import { testStorageFolder } from '../world.ts';
import { newAddress, redisDatabase, startStrictApi, strangerAt } from './stand.ts';

const csv = 'customerid,companyname\nALFKI,Alfreds\n';
const hash = createHash('sha256').update(csv).digest('hex');

/** Everything that lies in any storage, and around the folder; other workers have folders beside it. */
function files(): string[] {
  const around = readdirSync(join(testStorageFolder(), '..'), { recursive: true }).map(String);
  const own = basename(testStorageFolder());
  return [...s3().objects.keys(), ...around.filter((name) => !name.startsWith('files-') || name.startsWith(own))];
}

type Target = { readonly id: string; readonly url: string; readonly headers: Record<string, string> };

const s3 = useS3();
afterEach(() => void vi.useRealTimers());

describe.each(['folder', 's3'] as const)('an upload to a %s', (kind) => {
  let api: Api;
  let owner: Person;
  let importId: string;

  beforeAll(async () => {
    api = await startApi(redisDatabase, kind === 's3' ? s3().environment : {});
    owner = await api.person('Owner Ltd');
    importId = (await owner.send('POST', '/v1/imports', { body: {} })).body.id;
  });
  afterAll(() => api.close());

  const begin = async (more: Record<string, unknown> = {}, person = owner, id = importId): Promise<Target> =>
    (await person.send('POST', `/v1/imports/${id}/uploads`, { body: { name: 'c.csv', byteCount: csv.length, ...more } })).body;
  const put = async ({ url, headers }: Target, body: RequestInit['body'] = csv, more: Record<string, string> = {}) =>
    (
      await fetch(new URL(url, api.url), {
        method: 'PUT',
        headers: { ...headers, ...more },
        body: body ?? null,
        ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
      } as RequestInit)
    ).status;
  const take = (uploadId: string, person = owner, id = importId): Promise<Answer> =>
    person.send('POST', `/v1/imports/${id}/uploads/${uploadId}/take`, { body: {} });
  const said = ({ status, body }: Answer) => [status, body.code ?? body.name];

  it('becomes a file of the import, once', async () => {
    const target = await begin({ sha256: hash });
    expect(said(await take(target.id))).toEqual([409, 'upload_incomplete']);
    expect(await put(target)).toBeLessThan(300);
    expect(said(await take(target.id))).toEqual([201, 'c.csv']);
    expect(said(await take(target.id))).toEqual([409, 'upload_used']);
    expect(await asAdministrator('select sha256 from import_files where import_id = $1', [importId])).toEqual([{ sha256: hash }]);
  });

  it('is taken once, also by two at a time', async () => {
    const target = await begin();
    await put(target);
    const answers = await Promise.all([take(target.id), take(target.id), take(target.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('takes neither more nor less than was declared, nor bytes of unknown number', async () => {
    const target = await begin();
    expect(await put(target, `${csv}x`)).toBe(403);
    expect(await put(target, csv.slice(1))).toBe(403);
    expect(await put(target, new Blob([csv]).stream())).toBeGreaterThanOrEqual(400);
    expect(said(await take(target.id))).toEqual([409, 'upload_incomplete']);
  });

  it('takes no other type: nothing that a browser would open', async () => {
    const target = await begin();
    expect(await put(target, csv, { 'content-type': 'text/html' })).toBe(403);
    expect(said(await take(target.id))).toEqual([409, 'upload_incomplete']);
  });

  it('takes only the bytes whose hash was declared', async () => {
    const target = await begin({ sha256: hash });
    expect(await put(target, csv.replace('Alfreds', 'Elfreds'))).toBeLessThan(300);
    expect(said(await take(target.id))).toEqual([409, 'upload_incomplete']);
  });

  it('goes nowhere else: an address that was changed is none', async () => {
    const target = await begin();
    const other = await begin();
    const changed = [
      target.url.replace(target.id, other.id),
      target.url.replace(target.id, uuidv7()),
      target.url.replace(target.id, `${target.id}%2F..%2F${other.id}`),
      target.url.replace(target.id, `../${target.id}`),
      target.url.replace(target.id, `%2e%2e%2f%2e%2e%2f${target.id}`),
      target.url.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')).replace(/(token=|Signature=)../, '$1AA'),
      target.url.split('?')[0] as string,
    ];
    const before = files();
    for (const url of changed) expect(await put({ ...target, url }), url).toBeGreaterThanOrEqual(400);
    for (const { id } of [target, other]) expect(said(await take(id))).toEqual([409, 'upload_incomplete']);
    expect(files()).toEqual(before);
  });

  it('is no more after an hour for the sender, and after a day for whoever would use it', async () => {
    const target = await begin();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 });
    expect(await put(target)).toBe(403);
    vi.useRealTimers();
    expect(await put(target)).toBeLessThan(300);
    await asAdministrator(`update uploads set expires_at = now() - interval '1 second' where id = $1`, [target.id]);
    expect(said(await take(target.id))).toEqual([410, 'upload_expired']);
  });

  it('belongs to its workspace and to its import', async () => {
    const stranger = await api.person('Stranger Ltd');
    const theirs = (await stranger.send('POST', '/v1/imports', { body: {} })).body.id;
    const another = (await owner.send('POST', '/v1/imports', { body: {} })).body.id;
    const target = await begin();
    await put(target);
    expect(said(await take(target.id, stranger, theirs))).toEqual([404, 'not_found']);
    expect(said(await take(target.id, stranger, importId))).toEqual([404, 'not_found']);
    expect(said(await take(target.id, owner, another))).toEqual([404, 'not_found']);
    expect(said(await take(target.id))).toEqual([201, 'c.csv']);
  });

  it('changes nothing any more once it was taken, whatever is sent to its address', async () => {
    const target = await begin();
    await put(target);
    await take(target.id);
    expect(await put(target, csv.replaceAll('Alfreds', 'Elfreds'))).toBeLessThan(300);
    const run = (await owner.send('GET', `/v1/imports/${importId}`)).body;
    expect(run.files[0].sample).toEqual([['ALFKI', 'Alfreds']]);
    const stored = await asAdministrator<{ sha256: string; key: string }>(
      'select sha256, storage_key as key from import_files where import_id = $1',
      [importId],
    );
    const { tenantId } = (await owner.send('GET', '/v1/me')).body;
    const content = await api.resources.storage.open(tenantId, stored[0]?.key ?? '').toArray();
    expect(createHash('sha256').update(Buffer.concat(content)).digest('hex')).toBe(stored[0]?.sha256);
  });

  it('of more than an import takes is refused before it begins', async () => {
    const body = { name: 'c.csv', byteCount: 100_000_001 };
    expect(said(await owner.send('POST', `/v1/imports/${importId}/uploads`, { body }))).toEqual([413, 'imports.file_too_large']);
  });
});

it('an address that is refused counts against whoever tries it, as a request of nobody', async () => {
  const strict = await startStrictApi();
  try {
    const guesser = strangerAt(strict, newAddress());
    const left = async (method: string, path: string): Promise<[status: number, remaining: number]> => {
      const { status, headers } = await guesser.send(method, path, {
        headers: { 'content-type': 'text/csv' },
        ...(method === 'PUT' && { body: csv }),
      });
      return [status, Number(headers.get('ratelimit-remaining'))];
    };
    const [, before] = await left('GET', '/v1/me');
    expect(before).toBeGreaterThan(2);
    expect(await left('PUT', `/v1/uploads/${uuidv7()}?token=guessed`)).toEqual([403, before - 1]);
    expect(await left('PUT', `/v1/uploads/${uuidv7()}?token=`)).toEqual([403, before - 2]);
    expect(await left('GET', '/v1/me')).toEqual([401, before - 3]);
  } finally {
    await strict.close();
  }
});
