import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationNames } from './files.ts';

/** A change of the schema, as the release brings it. */
export type Migration = {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  /** Why it may take something away; null for one that only adds. */
  readonly contract: string | null;
};

/** The line by which a migration says that it takes away what no release needs any more. */
const contractLine = /^-- contract: (\S.*)$/m;

export const contractOf = (sql: string): string | null => contractLine.exec(sql)?.[1] ?? null;

/** The migrations of a folder, in their order. */
export function readMigrations(folder: string): Migration[] {
  return migrationNames(folder).map((name) => {
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex'), contract: contractOf(sql) };
  });
}
