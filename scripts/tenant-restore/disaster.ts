import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { uuidv7 } from '@atlas/kernel';
import { asAdministrator, testDatabase } from '@atlas/testing';
import pg from 'pg';
import { root } from '../run.ts';

const run = promisify(execFile);

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

/** The same URL with another database, or for another role. */
export function urlOf(url: string, change: { readonly database?: string; readonly role?: string }): string {
  const changed = new URL(url);
  if (change.database) changed.pathname = `/${change.database}`;
  if (change.role) changed.username = changed.password = change.role;
  return changed.toString();
}

async function inCluster(statements: readonly string[]): Promise<void> {
  const { adminUrl } = await testDatabase();
  const client = new pg.Client({ connectionString: urlOf(adminUrl, { database: 'postgres' }) });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** An operator as RDS gives one: no superuser, in the role that owns the tables, able to make triggers silent. */
export async function newOperator(): Promise<string> {
  const role = `operator_${uuidv7().replaceAll('-', '')}`;
  await inCluster([
    `create role ${role} login password '${role}' nosuperuser`,
    `grant atlas_owner to ${role}`,
    `grant set on parameter session_replication_role to ${role}`,
  ]);
  return role;
}

/** The database as it is now, as a restore to this point in time would bring it. */
export async function copyOfDatabase(): Promise<string> {
  const { adminUrl } = await testDatabase();
  const [live, copy] = [nameIn(adminUrl), `atlas_copy_${uuidv7().replaceAll('-', '')}`];
  await inCluster([
    // Nobody may be in a database that is copied; pools connect again by themselves.
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${live}'`,
    `create database ${copy} template ${live} owner atlas_owner`,
  ]);
  return copy;
}

export const dropDatabases = (names: readonly string[]) =>
  inCluster(names.map((name) => `drop database if exists ${name} with (force)`));

export const dropOperator = async (role: string) => {
  await inCluster([`revoke set on parameter session_replication_role from ${role}`, `drop role ${role}`]);
};

/** What a careless statement did, around everything that would have refused it. */
export const destroy = (tenantId: string) =>
  asAdministrator(`do $$ begin
    set local session_replication_role = replica;
    delete from journal_lines where tenant_id = '${tenantId}';
    delete from parties where tenant_id = '${tenantId}';
    update invoices set open_minor = 0 where tenant_id = '${tenantId}';
  end $$`);

/** Runs the command as an operator would. */
export async function commandLine(args: readonly string[]): Promise<{ code: number; said: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, [join(root, 'scripts', 'tenant-restore.ts'), ...args]);
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}
