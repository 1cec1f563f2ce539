import type { ClientBase, DatabaseError } from 'pg';
import { ownMigrations } from './files.ts';
import { type Migration, readMigrations } from './migration.ts';
import { type PlanOptions, planOf } from './plan.ts';
import { readRecords, record } from './records.ts';
import { type Target, withClient } from './with-client.ts';

export type MigrateOptions = Partial<PlanOptions> & {
  /** Where the migrations are: those of this release unless said otherwise. */
  readonly folder?: string;
};

/** Names of the migrations that were applied, and of those that wait to be asked for. */
export type Migrated = { readonly applied: readonly string[]; readonly waiting: readonly string[] };

/** The key of Prisma's own lock: neither works while the other does. */
const lock = 72_707_369;

/** A program that was killed does not hold its locks until its statement is done. */
const sessionSql = "set client_connection_check_interval = '1s'";

/** Whoever migrates: what is made belongs to the owner of the tables, whose default rights make it usable. */
const asOwnerSql =
  "select set_config('role', rolname, false) from pg_roles where rolname = 'atlas_owner' and pg_has_role(oid, 'SET')";

/** Whoever waits for a table makes everybody behind them wait: rather none of it, and again when there is less to do. */
const begin = "begin; set local lock_timeout = '15s'";

/** Where a statement failed, as an editor finds it. */
function placed(error: DatabaseError, { name, sql }: Migration): Error {
  const line = error.position === undefined ? '' : `:${sql.slice(0, Number(error.position)).split('\n').length}`;
  return new Error(`${name}/migration.sql${line}: ${error.message}`, { cause: error });
}

/** All of a migration and the word that it was applied, or nothing of either. */
async function apply(client: ClientBase, migration: Migration): Promise<void> {
  await client.query(begin);
  try {
    await client.query(migration.sql);
    await record(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw placed(error as DatabaseError, migration);
  }
}

/**
 * Applies the migrations that a database does not have yet, each in a transaction of its own. Of several at a time one works;
 * the others wait, and find nothing to do.
 *
 * @param target the database as the owner of its tables, or as somebody who may act as the owner
 * @throws MigrationRefused before anything is done
 */
export function migrate(target: Target, options: MigrateOptions = {}): Promise<Migrated> {
  const { contract = false, rollback = false, folder = ownMigrations() } = options;
  return withClient(target, async (client) => {
    await client.query(sessionSql);
    await client.query(asOwnerSql);
    await client.query('select pg_advisory_lock($1)', [lock]);
    const { now, waiting } = planOf(readMigrations(folder), await readRecords(client), { contract, rollback });
    for (const migration of now) await apply(client, migration);
    return { applied: now.map(({ name }) => name), waiting: waiting.map(({ name }) => name) };
  });
}
