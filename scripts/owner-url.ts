import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { root } from './run.ts';

/**
 * The database that a developer's command works on, as its owner: DATABASE_OWNER_URL, otherwise the one of the Atlas that
 * `npm start` runs in this checkout. Ends the process with a word of advice when there is neither.
 */
export function ownerUrlOrExit(): string {
  const given = process.env.DATABASE_OWNER_URL;
  if (given) return given;
  try {
    const running = parseEnv(readFileSync(join(root, '.atlas', 'environment'), 'utf8')).DATABASE_OWNER_URL;
    if (running) return running;
  } catch {
    // nothing runs here
  }
  process.stderr.write('Which database? Keep `npm start` running in another terminal, or set DATABASE_OWNER_URL.\n');
  process.exit(1);
}
