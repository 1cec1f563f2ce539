import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Migration } from './migration.ts';

/** What the database remembers of a migration. */
export type MigrationRecord = {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
  /** Why it took something away; null for one that only added. */
  readonly contract: string | null;
};

/** Prisma's own table, so that its tools read what we write. */
const tableSql = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

const contractWord = 'contract: ';

type Row = { name: string; checksum: string; finished: boolean; logs: string | null };

/** The migrations that the database has, or that something else began. */
export async function readRecords(client: ClientBase): Promise<MigrationRecord[]> {
  const { rows: known } = await client.query("select to_regclass('_prisma_migrations') as found");
  if (known[0].found === null) await client.query(tableSql);
  const { rows } = await client.query<Row>(`
    select migration_name as name, checksum, finished_at is not null as finished, logs
    from _prisma_migrations where rolled_back_at is null order by migration_name`);
  return rows.map(({ name, checksum, finished, logs }) => ({
    name,
    checksum,
    finished,
    contract: logs?.startsWith(contractWord) ? logs.slice(contractWord.length) : null,
  }));
}

/** Remembers a migration, in the transaction that applies it. */
export async function record(client: ClientBase, { name, checksum, contract }: Migration): Promise<void> {
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, $4, transaction_timestamp(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name, contract === null ? null : contractWord + contract],
  );
}
