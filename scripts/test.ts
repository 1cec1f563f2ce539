import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counts, closingLine } from '../packages/testing/src/closing-reporter.ts';
import { run } from './run.ts';

// Everything, from the source itself to the journeys in a real browser. The suites start the servers they need.
const folder = mkdtempSync(join(tmpdir(), 'atlas-counts-'));
const file = join(folder, 'counts');
// What one process has compiled the next ones need not.
const env = { TEST_COUNTS_FILE: file, ASKED_OF: 'artifact', NODE_COMPILE_CACHE: join(folder, 'compiled') };

let failedParts = 0;

/** Runs a part to its end, whatever the parts before it came to. */
async function part(title: string, program: string, ...args: string[]): Promise<void> {
  const start = performance.now();
  const code = await run(program, args, env);
  if (code !== 0) failedParts += 1;
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${title} (${((performance.now() - start) / 1000).toFixed(0)} s)\n\n`);
}

const suites = (...projects: string[]): string[] => ['run', ...projects.flatMap((name) => ['--project', name])];

await part('the source', 'node', 'scripts/verify.ts', '--without-rules');
// The stages need it: one core for half a minute, and waiting. Should it fail, their set-up tries again and says why.
const unpacked = run('node', ['scripts/stage-platform.ts']);
await part('rules and slices', 'vitest', ...suites('rule', 'slice'));
await part('artifacts', 'vitest', ...suites('artifact'));
await unpacked;
await part('stages', 'vitest', ...suites('stage'));
await part('journeys', 'vitest', ...suites('journey'));

const runs = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Counts);
rmSync(folder, { recursive: true });
const sum = (pick: (counts: Counts) => number): number => runs.reduce((total, counts) => total + pick(counts), 0);
process.stdout.write(closingLine({ passed: sum((c) => c.passed), failed: sum((c) => c.failed), skipped: sum((c) => c.skipped) }));
process.exit(failedParts === 0 ? 0 : 1);
