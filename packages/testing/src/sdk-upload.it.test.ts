import { createHash } from 'node:crypto';
import { beginImportUpload, createImport, takeImportUpload } from '@atlas/imports/contract';
import { type Client, createClient } from '@atlas/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Person, startApi } from './api/index.ts';
import { useS3 } from './s3.ts';
import { webOrigin } from './services/program.ts';

const csv = new TextEncoder().encode('customerid,companyname\nALFKI,Alfreds\n');
const sha256 = createHash('sha256').update(csv).digest('hex');
const routes = { begin: beginImportUpload, take: takeImportUpload };
const s3 = useS3();

describe.each(['folder', 's3'] as const)('a whole upload by the client, to a %s', (kind) => {
  let api: Api;
  let owner: Person;
  const asked: { method: string; url: string; headers: Headers }[] = [];
  /** A client of the owner that keeps what it sent, and may send other bytes than it says. */
  const client = (bytes?: Uint8Array<ArrayBuffer>): Client =>
    createClient({
      baseUrl: api.url,
      headers: { cookie: owner.cookie(), origin: webOrigin },
      fetch: (input, init = {}) => {
        const { method = 'GET', headers } = init;
        asked.push({ method, url: String(input), headers: new Headers(headers) });
        return fetch(input, bytes && method === 'PUT' ? { ...init, body: bytes } : init);
      },
    });

  beforeAll(async () => {
    api = await startApi(9, kind === 's3' ? s3().environment : {});
    owner = await api.person('Owner Ltd');
  });
  afterAll(() => api.close());

  it.each([
    ['bytes', csv],
    ['a blob', new Blob([csv])],
  ])('of %s arrives where the API says, and is taken', async (_what, content) => {
    const { id } = await client().call(createImport, {});
    const file = await client().upload(routes, { id, name: 'c.csv', sha256, content });
    expect(file).toMatchObject({ name: 'c.csv', sample: [['ALFKI', 'Alfreds']] });
  });

  it('tells a bucket nothing of who sends', async () => {
    const put = asked.find(({ method }) => method === 'PUT');
    expect(new URL(put?.url ?? '').origin).toBe(kind === 's3' ? s3().url : api.url);
    expect([...(put?.headers.keys() ?? [])]).toEqual(['content-type']);
  });

  it('says that bytes were refused, and takes nothing', async () => {
    const { id } = await client().call(createImport, {});
    const upload = { id, name: 'c.csv', content: csv };
    await expect(client(csv.slice(1)).upload(routes, upload)).rejects.toMatchObject({ name: 'ProblemError', status: 403 });
    expect(asked.at(-1)?.method).toBe('PUT');
    await expect(client().upload(routes, upload)).resolves.toMatchObject({ name: 'c.csv' });
  });
});
