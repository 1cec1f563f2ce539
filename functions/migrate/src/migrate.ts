import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** Passwords of the four roles (`prisma/sql/roles.sql`). */
export type RolePasswords = { readonly owner: string; readonly app: string; readonly relay: string; readonly auth: string };

/** URLs of one database for each role. */
export type DatabaseUrls = { readonly owner: string; readonly app: string; readonly relay: string; readonly auth: string };

const root = join(import.meta.dirname, '..', '..', '..');

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The URL of a database for each role, on the server that the administrator's URL names. */
export function databaseUrls(adminUrl: string, database: string, passwords: RolePasswords): DatabaseUrls {
  const urlOf = (role: keyof RolePasswords): string => {
    const url = new URL(adminUrl);
    url.pathname = `/${database}`;
    url.username = `atlas_${role}`;
    url.password = encodeURIComponent(passwords[role]);
    return url.toString();
  };
  return { owner: urlOf('owner'), app: urlOf('app'), relay: urlOf('relay'), auth: urlOf('auth') };
}

/** Makes the roles and the database where they are missing. Needs the cluster's administrator. Safe to repeat. */
export async function prepareCluster(adminUrl: string, database: string, passwords: RolePasswords): Promise<void> {
  const roles = readFileSync(join(root, 'prisma', 'sql', 'roles.sql'), 'utf8');
  await withClient(adminUrl, async (client) => {
    await client.query(roles);
    for (const [role, password] of Object.entries(passwords)) {
      await client.query(`alter role ${pg.escapeIdentifier(`atlas_${role}`)} password ${pg.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) {
      await client.query(`grant atlas_owner to current_user`);
      await client.query(`create database ${pg.escapeIdentifier(database)} owner atlas_owner`);
    }
  });
}

/** Environment for Prisma's CLI: its schema engine from npm unless another one is named. */
export function prismaEnvironment(ownerUrl: string): NodeJS.ProcessEnv {
  return {
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts', 'schema-engine.mjs'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    ...process.env,
    DATABASE_OWNER_URL: ownerUrl,
  };
}

/** Applies the migrations that the database does not have yet, each in a transaction of its own. */
export async function migrate(ownerUrl: string): Promise<void> {
  const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js');
  const run = promisify(execFile);
  await run(process.execPath, [cli, 'migrate', 'deploy'], { cwd: root, env: prismaEnvironment(ownerUrl), maxBuffer: 10_000_000 });
}
