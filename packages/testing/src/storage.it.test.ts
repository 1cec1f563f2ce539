import { createHash } from 'node:crypto';
import { uuidv7 } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import { folderStorage, openStorage, readConfig, runUpkeep, type Storage, s3Storage } from '@atlas/platform';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asAdministrator, testDatabase } from './database.ts';
import { bytesOf, sendBytes } from './importing.ts';
import { useS3 } from './s3.ts';
import { environmentOn, testSecret } from './services/program.ts';
import { testStorageFolder } from './world.ts';

const limit = { bytes: 20_000_000, code: 'imports.file_too_large' };

async function* megabytes(count: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield new Uint8Array(1_000_000).fill(index);
}

const contentOf = async (storage: Storage, tenantId: string, key: string): Promise<Buffer> =>
  Buffer.concat(await storage.open(tenantId, key).toArray());

const ground = async () => ({
  urls: (await testDatabase()).urls,
  redisUrl: 'redis://127.0.0.1:9',
  storageFolder: testStorageFolder(),
});

const s3 = useS3();

describe('the configuration', () => {
  it('names one storage, and no more than one', async () => {
    const environment = environmentOn(await ground());
    expect(() => readConfig({ ...environment, STORAGE_FOLDER: '' })).toThrow('STORAGE_BUCKET');
    expect(() => readConfig({ ...environment, STORAGE_BUCKET: 'files', STORAGE_PREFIX: 'main' })).toThrow('STORAGE_BUCKET');
    expect(() => readConfig({ ...environment, STORAGE_FOLDER: '', STORAGE_BUCKET: 'files' })).toThrow('STORAGE_PREFIX');
    expect(() => readConfig({ ...environment, ...s3().environment })).not.toThrow();
  });
});

describe.each(['folder', 's3'] as const)('storage in a %s', (kind) => {
  let storage: Storage;
  const tenantId = uuidv7();
  beforeAll(async () => {
    const config = readConfig({ ...environmentOn(await ground()), ...(kind === 's3' ? s3().environment : {}) });
    storage = openStorage(config);
  });

  it('gives back what it was given, also in parts, and forgets it', async () => {
    for (const count of [0, 1, 12]) {
      const { key, byteCount, sha256 } = await storage.put(tenantId, megabytes(count), limit);
      const content = await contentOf(storage, tenantId, key);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect([byteCount, content.length]).toEqual([count * 1_000_000, count * 1_000_000]);
      await storage.remove(tenantId, key);
      await expect(contentOf(storage, tenantId, key)).rejects.toThrow();
    }
  });

  it('keeps nothing of what is too large', async () => {
    const before = [...s3().objects.keys()];
    await expect(storage.put(tenantId, megabytes(21), limit)).rejects.toMatchObject({ code: limit.code });
    expect([...s3().objects.keys()]).toEqual(before);
    expect(s3().unfinished()).toBe(0);
  });

  it('opens nothing of another tenant and no path', async () => {
    const { key } = await storage.put(tenantId, bytesOf('secret'), limit);
    for (const [who, what] of [
      [uuidv7(), key],
      [tenantId, `${tenantId}/../${key}`],
      [tenantId, `../${key}`],
    ] as const)
      expect(() => storage.open(who, what)).toThrow('belongs to its tenant');
  });

  it('throws away after a day what came in and nobody took', async () => {
    const uploadId = uuidv7();
    const slot = { tenantId, uploadId };
    const target = await storage.incoming.target(slot, 6);
    await sendBytes({ id: uploadId, ...target, headers: { ...target.headers } }, bytesOf('secret'), storage);
    expect(await storage.incoming.size(slot)).toBe(6);
    await asAdministrator(
      `insert into uploads (tenant_id, id, purpose, subject_id, name, byte_count, expires_at) values ($1, $2, 'p', $2, 'n', 6, now())`,
      [tenantId, uploadId],
    );
    await runUpkeep({ db: (await testDatabase()).db, storage }, modules, tenantId);
    s3().expire(new Date(Date.now() + 86_401_000));
    expect(await storage.incoming.size(slot)).toBeNull();
    expect(await asAdministrator('select 1 from uploads where tenant_id = $1', [tenantId])).toEqual([]);
  });
});

describe('a bucket', () => {
  const storageAt = (environment: Record<string, string>) => async () =>
    openStorage(readConfig({ ...environmentOn(await ground()), ...s3().environment, ...environment }));

  it('is asked with signatures that it believes, and with no others', async () => {
    const storage = await storageAt({})();
    const { key } = await storage.put(uuidv7(), bytesOf('a'), limit);
    const path = `${s3().environment.STORAGE_BUCKET}/${s3().environment.STORAGE_PREFIX}/${key}`;
    expect((await fetch(`${s3().url}/${path}`)).status).toBe(403);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another');
    const stranger = await storageAt({})();
    await expect(stranger.put(uuidv7(), bytesOf('a'), limit)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', s3().environment.AWS_SECRET_ACCESS_KEY ?? '');
  });

  it('of AWS is where the site lets its pages send to (stacks/app/web.ts)', async () => {
    const target = s3Storage({ bucket: 'files', prefix: 'main' }).incoming.target({ tenantId: uuidv7(), uploadId: uuidv7() }, 1);
    expect(new URL((await target).url).origin).toBe('https://files.s3.eu-central-1.amazonaws.com');
  });

  it('is told by the stage’s name which of its keys are meant', async () => {
    const tenantId = uuidv7();
    const [one, other] = [await storageAt({ STORAGE_PREFIX: 'one' })(), await storageAt({ STORAGE_PREFIX: 'other' })()];
    const { key } = await one.put(tenantId, bytesOf('a'), limit);
    await expect(contentOf(other, tenantId, key)).rejects.toThrow();
    expect([...s3().objects.keys()]).toContain(`one/${key}`);
  });

  it('lets pages send to it, and do nothing else', async () => {
    const asked = (method: string, header = 'content-type') =>
      fetch(`${s3().url}/atlas-files/incoming/x`, {
        method: 'OPTIONS',
        headers: {
          origin: 'http://localhost:3000',
          'access-control-request-method': method,
          'access-control-request-headers': header,
        },
      });
    expect((await asked('PUT')).status).toBe(200);
    expect((await asked('DELETE')).status).toBe(403);
    expect((await asked('PUT', 'authorization')).status).toBe(403);
  });
});

describe('a folder', () => {
  it('believes no address that another deployment gave out', async () => {
    const slot = { tenantId: uuidv7(), uploadId: uuidv7() };
    const [own, other] = [testSecret, 'a secret that somebody else uses for theirs'].map((secret) =>
      folderStorage(testStorageFolder(), secret),
    ) as [Storage, Storage];
    const target = await other.incoming.target(slot, 1);
    const sent = sendBytes({ id: slot.uploadId, ...target, headers: { ...target.headers } }, bytesOf('a'), own);
    await expect(sent).rejects.toMatchObject({ code: 'upload_refused' });
  });
});
