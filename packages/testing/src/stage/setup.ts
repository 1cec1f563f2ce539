import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ended, spawnTethered } from '../services/child.ts';
import type { Evaluation } from './evaluation.ts';
import { openStageFolder } from './folder.ts';
import { root } from './pulumi.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What each stage asks of AWS. */
    stages: Readonly<Record<StageName, Evaluation>>;
  }
}

/** One stage of each kind: production, one that stays on the preview foundation, one of a pull request. */
const stages = ['production', 'staging', 'pr-12'] as const;
export type StageName = (typeof stages)[number];

/** The least that somebody sets who deploys: the one secret that has no default, and in production a domain. */
const settings = (stage: StageName): NodeJS.ProcessEnv => ({
  ...process.env,
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  SST_SECRET_AuthSecret: 'a-secret-of-forty-letters-for-signatures',
  ...(stage === 'production' ? { DOMAIN: 'erp.atlas.example' } : {}),
});

async function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawnTethered(process.execPath, ['--no-deprecation', script, ...args], 'SIGKILL', { env, stdio: 'inherit' });
  const end = await ended(child);
  if (end !== 'ended with code 0') throw new Error(`${script} ${args.join(' ')}: ${end}`);
}

async function evaluate(stage: StageName): Promise<Evaluation> {
  const folder = openStageFolder();
  try {
    const answer = join(folder, 'evaluation.json');
    await run(join(import.meta.dirname, 'evaluate.ts'), [stage, folder, answer], settings(stage));
    return JSON.parse(readFileSync(answer, 'utf8')) as Evaluation;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Evaluates sst.config.ts for each kind of stage, against SST's own components. */
export async function setup({ provide }: TestProject): Promise<void> {
  await run(join(root, 'scripts', 'stage-platform.ts'), [], process.env);
  const [production, staging, branch] = await Promise.all([evaluate('production'), evaluate('staging'), evaluate('pr-12')]);
  provide('stages', { production, staging, 'pr-12': branch });
}
