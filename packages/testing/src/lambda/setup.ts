import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ended, spawnTethered } from '../services/child.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether tests of the API ask a server or the function of AWS. */
    apiRunsAs: 'server' | 'lambda';
  }
}

/** Builds the bundles, and lets the tests of this project ask them. */
export async function setup({ provide }: TestProject): Promise<void> {
  const script = join(import.meta.dirname, '..', '..', '..', '..', 'scripts', 'bundle.ts');
  const child = spawnTethered(process.execPath, [script], 'SIGKILL', { stdio: ['ignore', 'ignore', 'inherit'] });
  const end = await ended(child);
  if (end !== 'ended with code 0') throw new Error(`the bundles could not be built: ${end}`);
  provide('apiRunsAs', 'lambda');
}
