import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrls, migrate, prepareCluster } from '@atlas/migrate';
import { readCatalogue } from '@atlas/testing/catalogue';
import { startPostgres } from '@atlas/testing/services';
import pg from 'pg';
import { openApiFile, openApiText } from './openapi-snapshot.ts';
import { root } from './run.ts';

const catalogueFile = join(root, 'prisma', 'sql', 'catalogue.snapshot.txt');
const passwords = { owner: 'owner', app: 'app', relay: 'relay', auth: 'auth' };

/** The catalogue of a database that is migrated and thrown away. */
async function catalogueText(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-snapshot-'));
  const postgres = await startPostgres({ folder, password: 'postgres', durable: false });
  try {
    await prepareCluster(postgres.url, 'atlas', passwords);
    await migrate(databaseUrls(postgres.url, 'atlas', passwords).owner);
    const url = new URL(postgres.url);
    url.pathname = '/atlas';
    const client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    try {
      return await readCatalogue(client);
    } finally {
      await client.end();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

writeFileSync(openApiFile, openApiText());
writeFileSync(catalogueFile, await catalogueText());
process.stdout.write('Written: packages/sdk/openapi.json and prisma/sql/catalogue.snapshot.txt\n');
