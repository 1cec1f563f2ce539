import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asAdministrator } from './database.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'prisma', 'sql', 'invariants');

/** The rows that violate each invariant of the database, by the invariant's name; none when all is well. */
export async function violations(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const file of readdirSync(folder)) {
    const rows = await asAdministrator(readFileSync(join(folder, file), 'utf8'));
    if (rows.length > 0) found[file.replace('.sql', '')] = rows;
  }
  return found;
}
