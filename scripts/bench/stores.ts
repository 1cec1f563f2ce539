import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseUrls, databaseUrls, migrate, prepareCluster } from '@atlas/migrate';
import { startPostgres, startRedis } from '@atlas/testing/services';
import pg from 'pg';

/** One database of the bench's server: its URL for each role, and for the administrator. */
export type BenchDatabase = { readonly urls: DatabaseUrls; readonly adminUrl: string };

export type Stores = {
  readonly redisUrl: string;
  /** A folder that is deleted with the stores. */
  readonly folder: string;
  /** Migrated, and empty. */
  readonly database: BenchDatabase;
  /** A copy of it, made while nobody is connected to it. */
  copyDatabase(name: string): Promise<BenchDatabase>;
  close(): Promise<void>;
};

const passwords = { owner: 'owner', app: 'app', relay: 'relay', auth: 'auth' };
const template = 'atlas';

function databaseOn(serverUrl: string, name: string): BenchDatabase {
  const adminUrl = new URL(serverUrl);
  adminUrl.pathname = `/${name}`;
  return { urls: databaseUrls(serverUrl, name, passwords), adminUrl: adminUrl.toString() };
}

/** A plain connection. That the server ends it when it stops is no news to anyone who does not wait for an answer. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function copyTemplate(serverUrl: string, name: string): Promise<BenchDatabase> {
  const client = await connect(serverUrl);
  await client.query(`create database ${pg.escapeIdentifier(name)} template ${template} owner atlas_owner`);
  await client.end();
  return databaseOn(serverUrl, name);
}

/** PostgreSQL with durable commits and Redis, on free ports and in folders of their own. */
export async function openStores(): Promise<Stores> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-bench-'));
  const [postgres, redis] = await Promise.all([
    startPostgres({ folder: join(folder, 'pg'), password: 'postgres', durable: true }),
    startRedis({ folder: join(folder, 'redis'), durable: false }),
  ]);
  const close = async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
    // As root the cluster may lie elsewhere, where PostgreSQL's own user can reach it.
    for (const used of [folder, postgres.folder]) rmSync(used, { recursive: true, force: true });
  };
  try {
    await prepareCluster(postgres.url, template, passwords);
    const database = databaseOn(postgres.url, template);
    await migrate(database.urls.owner);
    return { redisUrl: redis.url, folder, database, copyDatabase: (name) => copyTemplate(postgres.url, name), close };
  } catch (error) {
    await close();
    throw error;
  }
}
