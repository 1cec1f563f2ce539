import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';

const script = join(import.meta.dirname, '..', '..', '..', '..', 'scripts', 'administrator.ts');

/** Makes somebody one of the people who run Atlas, as whoever has the machine does. */
export async function appoint(email: string): Promise<void> {
  await promisify(execFile)(process.execPath, [script, email], { env: { ...process.env, ...inject('atlasEnvironment') } });
}
