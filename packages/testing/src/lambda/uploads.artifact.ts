import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openStorage, readConfig, uploadType } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Person, signUp } from '../api/visitor.ts';
import { testDatabase } from '../database.ts';
import { doBackgroundWork } from '../deliver.ts';
import { useS3 } from '../s3.ts';
import { environmentOn, webOrigin } from '../services/program.ts';
import { testStorageFolder } from '../world.ts';
import { apiFunction } from './api-function.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { openPool } from './pool.ts';

const customerCount = 2000;
const remarkBytes = 20_000;

const s3 = useS3();
let gateway: Gateway;
let owner: Person;
let environment: Record<string, string>;

beforeAll(async () => {
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: `${inject('redisUrl')}/14`, storageFolder: testStorageFolder() };
  environment = { ...environmentOn(ground), ...s3().environment };
  gateway = await openGateway(openPool(apiFunction(environment), 2));
  owner = await signUp(gateway.url, 'Owner Ltd');
});
afterAll(() => gateway.close());

/** A table of 40 MB: customers about whom somebody has written a lot. */
function* lines(): Generator<string> {
  yield 'customerid,companyname,remark\n';
  for (let index = 0; index < customerCount; index++)
    yield `C${index},Customer ${index},${String(index).padEnd(remarkBytes, 'x')}\n`;
}

const call = async (method: string, path: string, body?: unknown) => {
  const answer = await owner.send(method, `/v1${path}`, body === undefined ? {} : { body });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.body;
};

describe('a file of 40 MB', () => {
  it('is imported by a function that takes 6 MB, because it goes to the bucket', async () => {
    const csv = await buffer(Readable.from(lines()));
    expect(csv.length).toBeGreaterThan(40_000_000);
    const { id } = await call('POST', '/imports', {});

    const direct = { method: 'PUT', headers: { 'content-type': uploadType, cookie: owner.cookie(), origin: webOrigin } };
    const tooLong = await fetch(`${gateway.url}/v1/imports/${id}/files/c.csv`, { ...direct, body: csv.subarray(0, 5_000_000) });
    expect(tooLong.status, 'API Gateway refuses it before Atlas sees it').toBe(413);
    const tooLarge = await fetch(`${gateway.url}/v1/imports/${id}/files/c.csv`, { ...direct, body: csv.subarray(0, 4_100_000) });
    expect([tooLarge.status, ((await tooLarge.json()) as { detail: string }).detail]).toEqual([
      413,
      'The file is larger than 4 MB. Begin an upload of it (POST /v1/imports/{id}/uploads).',
    ]);

    const upload = await call('POST', `/imports/${id}/uploads`, { name: 'customers.csv', byteCount: csv.length });
    const sent = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: new Uint8Array(csv) });
    expect([sent.status, new URL(upload.url).origin]).toEqual([200, s3().url]);
    const file = await call('POST', `/imports/${id}/uploads/${upload.id}/take`, {});
    expect(file).toMatchObject({ name: 'customers.csv', byteCount: csv.length, kind: 'parties.customers' });
    expect(s3().unfinished()).toBe(0);

    const storage = openStorage(readConfig(environment));
    const { tenantId } = await call('GET', '/me');
    await call('POST', `/imports/${id}/check`, {});
    await doBackgroundWork({ tenantId, storage });
    await call('POST', `/imports/${id}/run`, {});
    await doBackgroundWork({ tenantId, storage });
    const { status, counts } = await call('GET', `/imports/${id}`);
    expect({ status, counts }).toMatchObject({ status: 'completed', counts: [{ created: customerCount, refused: 0 }] });
  }, 120_000);

  it('waits with its bytes while the bucket is away, and is taken when it is back', async () => {
    const csv = 'customerid,companyname\nALFKI,Alfreds\n';
    const { id } = await call('POST', '/imports', {});
    const upload = await call('POST', `/imports/${id}/uploads`, { name: 'c.csv', byteCount: csv.length });
    await fetch(upload.url, { method: upload.method, headers: upload.headers, body: csv });
    s3().fail(503);
    const away = await owner.send('POST', `/v1/imports/${id}/uploads/${upload.id}/take`, { body: {} });
    s3().fail(null);
    expect(away.status).toBeGreaterThanOrEqual(500);
    expect((await call('POST', `/imports/${id}/uploads/${upload.id}/take`, {})).name).toBe('c.csv');
  });
});
