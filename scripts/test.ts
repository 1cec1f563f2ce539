import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counts, closingLine } from '../packages/testing/src/closing-reporter.ts';
import { run } from './run.ts';

// Everything, from the source itself to the journeys in a real browser. The suites start the servers they need.
const folder = mkdtempSync(join(tmpdir(), 'atlas-counts-'));
const file = join(folder, 'counts');
const parts: readonly (readonly [title: string, program: string, ...args: string[]])[] = [
  ['the source', 'node', 'scripts/verify.ts', '--without-rules'],
  ['rules and slices', 'vitest', 'run', '--project', 'rule', '--project', 'slice'],
  ['artifacts', 'vitest', 'run', '--project', 'artifact'],
  ['stages', 'vitest', 'run', '--project', 'stage'],
  ['journeys', 'vitest', 'run', '--project', 'journey'],
];

// What one process has compiled the next ones need not.
const env = { TEST_COUNTS_FILE: file, ASKED_OF: 'artifact', NODE_COMPILE_CACHE: join(folder, 'compiled') };
let failedParts = 0;
for (const [title, program, ...args] of parts) {
  const start = performance.now();
  const code = await run(program, args, env);
  if (code !== 0) failedParts += 1;
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${title} (${((performance.now() - start) / 1000).toFixed(0)} s)\n\n`);
}

const runs = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Counts);
rmSync(folder, { recursive: true });
const sum = (pick: (counts: Counts) => number): number => runs.reduce((total, counts) => total + pick(counts), 0);
process.stdout.write(closingLine({ passed: sum((c) => c.passed), failed: sum((c) => c.failed), skipped: sum((c) => c.skipped) }));
process.exit(failedParts === 0 ? 0 : 1);
