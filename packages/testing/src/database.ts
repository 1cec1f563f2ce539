import { randomUUID } from 'node:crypto';
import { type DatabaseUrls, databaseUrls } from '@atlas/migrate';
import { type Database, openDatabase, openDirectory, type People } from '@atlas/platform';
import pg from 'pg';
import { inject } from 'vitest';
import { passwords, templateDatabase } from './setup.ts';

async function withClient<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const copyTemplate = (adminUrl: string, name: string): Promise<void> =>
  withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0)
      await client.query(
        // Copied as files: to write each page into the log as well takes twice as long.
        `create database ${pg.escapeIdentifier(name)} template ${templateDatabase} strategy file_copy owner atlas_owner`,
      );
  });

const dropDatabase = (name: string): Promise<void> =>
  withClient(inject('postgresUrl'), async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  });

export type TestDatabase = {
  readonly urls: DatabaseUrls;
  readonly adminUrl: string;
  readonly db: Database;
  readonly people: People;
  /** Connections of the administrator, around row-level security. */
  readonly administrators: pg.Pool;
  close(): Promise<void>;
};

/** This worker's copy of the template: open for as long as the worker, because to open it again for each file costs as much as a small file. */
let kept: Promise<TestDatabase> | undefined;
/** Whether this file has worked on it. */
let isUsed = false;
/** What this file has to itself. */
let own: { readonly name: string; opened?: Promise<TestDatabase> } | undefined;

/**
 * Gives this file a copy of the template that no other file sees, until its tests are done: for tests that change the
 * database itself. To be called before anything else.
 */
export function useOwnDatabase(): void {
  if (isUsed) throw new Error('this file works on the database of its worker already');
  own = { name: `atlas_own_${randomUUID().replaceAll('-', '')}` };
}

async function open(name: string): Promise<TestDatabase> {
  const clusterUrl = inject('postgresUrl');
  await copyTemplate(clusterUrl, name);
  const urls = databaseUrls(clusterUrl, name, passwords);
  const admin = new URL(clusterUrl);
  admin.pathname = `/${name}`;
  const db = openDatabase({ url: urls.app, poolSize: 8, preparedStatements: true });
  const directory = openDirectory(urls.auth);
  const options = '-c plan_cache_mode=force_generic_plan';
  const administrators = new pg.Pool({ connectionString: admin.toString(), max: 4, options });
  // A test may end all connections, also those that nobody uses at the moment.
  administrators.on('error', () => undefined);
  const close = async () => {
    await Promise.all([db.close(), directory.close(), administrators.end()]);
  };
  return { urls, adminUrl: admin.toString(), db, people: directory.people, administrators, close };
}

/** This worker's copy of the template. Tests share it: each works in a tenant of its own, so nothing is truncated. */
export function testDatabase(): Promise<TestDatabase> {
  if (own) {
    own.opened ??= open(own.name);
    return own.opened;
  }
  isUsed = true;
  kept ??= open(`atlas_worker_${process.env.VITEST_POOL_ID ?? '0'}`);
  return kept;
}

/** One more copy of the template, until it is dropped: for what runs beside this worker's database. */
export async function otherDatabase(): Promise<{ readonly urls: DatabaseUrls; drop(): Promise<void> }> {
  const name = `atlas_other_${randomUUID().replaceAll('-', '')}`;
  const clusterUrl = inject('postgresUrl');
  await copyTemplate(clusterUrl, name);
  return { urls: databaseUrls(clusterUrl, name, passwords), drop: () => dropDatabase(name) };
}

/** Closes and drops the database that a file had to itself. */
export async function closeTestDatabase(): Promise<void> {
  isUsed = false;
  if (!own) return;
  const { name, opened } = own;
  own = undefined;
  await (await opened)?.close();
  await dropDatabase(name);
}

/** Runs SQL as the administrator, around row-level security: to prove what the app role cannot do. */
export async function asAdministrator<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
  const { administrators } = await testDatabase();
  return (await administrators.query<T>(text, values)).rows;
}
