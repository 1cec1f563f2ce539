import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asAdministrator } from './database.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'prisma', 'sql', 'invariants');

/**
 * The rows that violate each invariant of the database, by the invariant's name; none when all is well.
 *
 * @param ask runs SQL around row-level security; left out, on the database of this worker's tests
 */
export async function violations(
  ask: (text: string) => Promise<unknown[]> = asAdministrator,
): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const file of readdirSync(folder)) {
    const rows = await ask(readFileSync(join(folder, file), 'utf8'));
    if (rows.length > 0) found[file.replace('.sql', '')] = rows;
  }
  return found;
}
