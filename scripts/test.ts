import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, type FileCounts, failedFiles, failuresOf, sumOf, triedAgain } from '../packages/testing/src/run-counts.ts';
import { bundle, bundles, server } from './bundle/bundle.ts';
import { run } from './run.ts';

// Everything, from the source itself to the journeys in a real browser. The suites start the servers they need.
const folder = mkdtempSync(join(tmpdir(), 'atlas-counts-'));
const file = join(folder, 'counts');
// What one process has compiled the next ones need not.
const env = { TEST_COUNTS_FILE: file, ASKED_OF: 'artifact', NODE_COMPILE_CACHE: join(folder, 'compiled') };

const failedParts: string[] = [];
const counted: FileCounts[] = [];
const passedLater: string[] = [];

/** Runs a part to its end, whatever the parts before it came to. */
async function part(title: string, work: () => Promise<boolean>): Promise<void> {
  const start = performance.now();
  const passed = await work();
  if (!passed) failedParts.push(title);
  process.stdout.write(`${passed ? '✓' : '✗'} ${title} (${((performance.now() - start) / 1000).toFixed(0)} s)\n\n`);
}

async function vitest(args: readonly string[]): Promise<{ passed: boolean; counts: FileCounts[] }> {
  rmSync(file, { force: true });
  const code = await run('vitest', ['run', ...args], env);
  return { passed: code === 0, counts: existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FileCounts[]) : [] };
}

/** Makes the programs that tests start, as they are deployed. */
async function programs(): Promise<boolean> {
  try {
    for (const each of [...bundles, server]) await bundle(each);
    return true;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return false;
  }
}

/**
 * Runs the tests of some projects. Files that fail, few among many, are tried once more by themselves: on a machine that is
 * busy with everything else a person in a browser gives up sooner. What passes only then is named at the end.
 */
async function suites(...projects: string[]): Promise<boolean> {
  const named = projects.flatMap((name) => ['--project', name]);
  const first = await vitest(named);
  const files = failedFiles(first.counts);
  if (first.passed || files === null || files.length === 0 || files.length > 6) {
    counted.push(...first.counts);
    return first.passed;
  }
  process.stdout.write(`Once more, by themselves: ${files.join(', ')}\n`);
  const second = await vitest([...named, ...files]);
  counted.push(...triedAgain(first.counts, second.counts));
  if (second.passed) passedLater.push(...files);
  return second.passed;
}

await part('the source', async () => (await run('node', ['scripts/verify.ts', '--without-rules'], env)) === 0);
// The stages need it: one core for half a minute, and waiting. Should it fail, their set-up tries again and says why.
const unpacked = run('node', ['scripts/stage-platform.ts']);
await part('programs', programs);
await part('rules and slices', () => suites('rule', 'slice'));
await part('artifacts', () => suites('artifact'));
await unpacked;
await part('stages', () => suites('stage'));
await part('journeys', () => suites('journey'));

rmSync(folder, { recursive: true });
for (const later of passedLater) process.stdout.write(`Passed at the second try only: ${later}\n`);
for (const failure of failuresOf(counted)) process.stdout.write(failure);
if (failedParts.length > 0) process.stdout.write(`Not passed: ${failedParts.join(', ')}\n`);
process.stdout.write(closingLine(sumOf(counted)));
process.exit(failedParts.length === 0 ? 0 : 1);
