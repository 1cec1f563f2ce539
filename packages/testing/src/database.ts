import { type DatabaseUrls, databaseUrls } from '@atlas/migrate';
import { type Database, openDatabase } from '@atlas/platform';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { passwords, templateDatabase } from './setup.ts';

async function copyTemplate(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0)
      await client.query(`create database ${pg.escapeIdentifier(name)} template ${templateDatabase} owner atlas_owner`);
  } finally {
    await client.end();
  }
}

export type TestDatabase = { readonly urls: DatabaseUrls; readonly adminUrl: string; readonly db: Database };

let opened: Promise<TestDatabase> | undefined;

/** This worker's copy of the template. Tests share it: each works in a tenant of its own, so nothing is truncated. */
export function testDatabase(): Promise<TestDatabase> {
  opened ??= (async () => {
    const name = `atlas_worker_${process.env.VITEST_POOL_ID ?? '0'}`;
    const clusterUrl = inject('postgresUrl');
    await copyTemplate(clusterUrl, name);
    const urls = databaseUrls(clusterUrl, name, passwords);
    const admin = new URL(clusterUrl);
    admin.pathname = `/${name}`;
    return { urls, adminUrl: admin.toString(), db: openDatabase({ url: urls.app, poolSize: 8, preparedStatements: true }) };
  })();
  return opened;
}

afterAll(async () => {
  const database = await opened;
  opened = undefined;
  await database?.db.close();
});

/** Runs SQL as the administrator, around row-level security: to prove what the app role cannot do. */
export async function asAdministrator<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
  const { adminUrl } = await testDatabase();
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
