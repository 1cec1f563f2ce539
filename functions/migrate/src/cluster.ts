import pg from 'pg';
import { rolesSql } from './files.ts';
import type { RolePasswords } from './roles.ts';
import { type Target, withClient } from './with-client.ts';

/** Roles belong to the whole server: whoever prepares another database of it at this moment waits. */
export const lockServer = (client: pg.Client): Promise<unknown> => client.query('select pg_advisory_lock(72707370)');

async function createMissing(client: pg.Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount !== 0) return false;
  await client.query(`create database ${pg.escapeIdentifier(database)} owner atlas_owner`);
  return true;
}

/**
 * Makes the roles and the database where they are missing. Needs the cluster's administrator, who need not be a superuser.
 * Safe to repeat.
 *
 * @param passwords null where roles sign in without any
 * @returns whether the database was made
 */
export function prepareCluster(administrator: Target, database: string, passwords: RolePasswords | null): Promise<boolean> {
  return withClient(administrator, async (client) => {
    await lockServer(client);
    await client.query(rolesSql());
    for (const [role, password] of Object.entries(passwords ?? {})) {
      await client.query(`alter role ${pg.escapeIdentifier(`atlas_${role}`)} password ${pg.escapeLiteral(password)}`);
    }
    await client.query('grant atlas_owner to current_user');
    return createMissing(client, database);
  });
}
