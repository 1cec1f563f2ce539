import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ended, spawnTethered } from '../services/child.ts';
import './provided.ts';

const scripts = join(import.meta.dirname, '..', '..', '..', '..', 'scripts');

async function build(script: string): Promise<void> {
  const child = spawnTethered(process.execPath, [join(scripts, script)], 'SIGKILL', { stdio: ['ignore', 'ignore', 'inherit'] });
  const end = await ended(child);
  if (end !== 'ended with code 0') throw new Error(`${script} could not build: ${end}`);
}

/** Builds the bundles and the site, and lets the tests of this project ask them. */
export async function setup({ provide }: TestProject): Promise<void> {
  // A run of everything has them already.
  if (process.env.ASKED_OF !== 'artifact') await build('bundle.ts');
  await build('site.ts');
  provide('apiRunsAs', 'lambda');
}
