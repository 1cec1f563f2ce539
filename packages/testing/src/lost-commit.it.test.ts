import type { Input } from '@atlas/contract';
import type { addImportFile, checkImport, createImport, getImport } from '@atlas/imports/contract';
import { type Database, openDatabase } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from './database.ts';
import { doBackgroundWork } from './deliver.ts';
import { operationNamed } from './operations.ts';
import { type DatabaseProxy, openProxy } from './services/proxy.ts';
import { newWorld } from './world.ts';

const create = operationNamed<typeof createImport>('imports.import.create');
const addFile = operationNamed<typeof addImportFile>('imports.file.add');
const check = operationNamed<typeof checkImport>('imports.import.check');
const get = operationNamed<typeof getImport>('imports.import.get');

async function* content(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('code,name\nALFKI,Alfreds\n');
}

describe('a connection that breaks while PostgreSQL commits', () => {
  let proxy: DatabaseProxy;
  let db: Database;
  let breaking = true;

  beforeAll(async () => {
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

  it('leaves the stored file to whom it was promised, and does it once', async () => {
    const world = await newWorld();
    const { id } = await world.run(create, {});
    const ctx = () => ({ ...world.ctx({ key: 'upload' }), db });
    const input = (): Input<typeof addImportFile> => ({ id, name: 'customers.csv', content: content() });
    await expect(addFile(ctx(), input())).rejects.toMatchObject({ code: 'unavailable' });
    breaking = false;
    await addFile(ctx(), input());

    await world.run(check, { id });
    await doBackgroundWork(world);
    const { status, error, files } = await world.run(get, { id });
    expect({ status, error, names: files.map(({ name }) => name) }).toEqual({
      status: 'checked',
      error: null,
      names: ['customers.csv'],
    });
  });
});
