import type { Input } from '@atlas/contract';
import type * as imports from '@atlas/imports/contract';
import { type Database, openDatabase, openStorage, readConfig, type Storage } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from './database.ts';
import { doBackgroundWork } from './deliver.ts';
import { bytesOf, sendBytes } from './importing.ts';
import { operationNamed } from './operations.ts';
import { useS3 } from './s3.ts';
import { environmentOn } from './services/program.ts';
import { type DatabaseProxy, openProxy } from './services/proxy.ts';
import { newWorld, testStorageFolder, type World } from './world.ts';

const create = operationNamed<typeof imports.createImport>('imports.import.create');
const addFile = operationNamed<typeof imports.addImportFile>('imports.file.add');
const begin = operationNamed<typeof imports.beginImportUpload>('imports.upload.begin');
const take = operationNamed<typeof imports.takeImportUpload>('imports.upload.take');
const check = operationNamed<typeof imports.checkImport>('imports.import.check');
const get = operationNamed<typeof imports.getImport>('imports.import.get');

const csv = 'code,name\nALFKI,Alfreds\n';

describe.each(['folder', 's3'] as const)('a connection that breaks while PostgreSQL commits, and files in a %s', (kind) => {
  const s3 = useS3();
  let storage: Storage;
  let proxy: DatabaseProxy;
  let db: Database;
  let breaking = true;

  beforeAll(async () => {
    const ground = { urls: (await testDatabase()).urls, redisUrl: 'redis://127.0.0.1:9', storageFolder: testStorageFolder() };
    storage = openStorage(readConfig({ ...environmentOn(ground), ...(kind === 's3' ? s3().environment : {}) }));
    proxy = await openProxy((await testDatabase()).urls.app, (client, upstream) => {
      let committing = false;
      client.on('data', (data) => {
        committing ||= breaking && data.includes('commit');
        upstream.write(data);
      });
      upstream.on('data', (data) => {
        if (committing && data.includes('COMMIT')) client.destroy();
        else if (!client.destroyed) client.write(data);
      });
    });
    db = openDatabase({ url: proxy.url, poolSize: 1, preparedStatements: true });
  });

  afterAll(async () => {
    await db.close();
    await proxy.close();
  });

  /** Reads what the import was given, from where it is said to lie. */
  async function isWhole(world: World, id: string): Promise<void> {
    await world.run(check, { id });
    await doBackgroundWork({ ...world, storage });
    const { status, error, files } = await world.run(get, { id });
    expect({ status, error, names: files.map(({ name }) => name) }).toEqual({
      status: 'checked',
      error: null,
      names: ['customers.csv'],
    });
  }

  it('leaves the stored file to whom it was promised, and does it once', async () => {
    breaking = true;
    const world = await newWorld();
    const { id } = await world.run(create, {});
    const ctx = () => ({ ...world.ctx({ key: 'upload' }), db, storage });
    const input = (): Input<typeof addFile.route> => ({ id, name: 'customers.csv', content: bytesOf(csv) });
    await expect(addFile(ctx(), input())).rejects.toMatchObject({ code: 'unavailable' });
    breaking = false;
    await addFile(ctx(), input());
    await isWhole(world, id);
  });

  it('leaves what was made of an upload, and takes it once', async () => {
    const world = await newWorld();
    const { id } = await world.run(create, {});
    const upload = await begin({ ...world.ctx(), storage }, { id, name: 'customers.csv', byteCount: csv.length });
    await sendBytes(upload, bytesOf(csv), storage);
    breaking = true;
    const ctx = () => ({ ...world.ctx({ key: 'take' }), db, storage });
    const input = { id, uploadId: upload.id };
    await expect(take(ctx(), input)).rejects.toMatchObject({ code: 'unavailable' });
    breaking = false;
    expect(await take(ctx(), input)).toMatchObject({ name: 'customers.csv', byteCount: csv.length });
    await isWhole(world, id);
  });
});
