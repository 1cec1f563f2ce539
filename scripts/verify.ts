import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './run.ts';

// Everything that needs no database: well under a minute, before every commit. Two lanes, because compilers are slow.

type Step = readonly [title: string, program: string, ...args: string[]];

const lanes: readonly (readonly Step[])[] = [
  [
    ['types', 'tsc', '-p', '.'],
    ['types of the foundation', 'tsc', '-p', 'stacks/foundation'],
    ['types of the web app', 'turbo', 'run', 'typecheck', '--output-logs=errors-only'],
  ],
  [
    ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
    ['boundaries', 'node', 'scripts/checks/boundaries.ts'],
    ['checks', 'node', 'scripts/checks/run.ts'],
    ['unused files, exports and dependencies', 'knip', '--no-config-hints'],
    ['rules', 'vitest', 'run', '--project', 'rule', '--reporter', 'dot'],
  ],
];

/** `npm test` runs the rules together with everything else that counts. */
const leftOut = process.argv.includes('--without-rules') ? 'rules' : null;

const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: '1',
};

/** Runs a step and keeps what it says, so that lanes do not talk into each other. */
function outcome(program: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/** Runs all steps of a lane, whatever fails, so that one run tells everything. Answers how many failed. */
async function runLane(steps: readonly Step[]): Promise<number> {
  let failed = 0;
  for (const [title, program, ...args] of steps.filter(([each]) => each !== leftOut)) {
    const start = performance.now();
    const { code, said } = await outcome(program, args);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (code !== 0) failed++;
    process.stdout.write(code === 0 ? `✓ ${title} (${seconds} s)\n` : `✗ ${title} (${seconds} s)\n${said}\n`);
  }
  return failed;
}

const start = performance.now();
const failures = await Promise.all(lanes.map(runLane));
const failed = failures.reduce((sum, count) => sum + count, 0);
process.stdout.write(
  `${failed === 0 ? 'verified' : `${failed} steps failed`} in ${((performance.now() - start) / 1000).toFixed(1)} s\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
