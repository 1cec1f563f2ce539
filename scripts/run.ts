import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Runs a program of node_modules/.bin (or any other) in the root, with its output as ours. Resolves to its exit code. */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const path = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`;
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path, ...env } });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

export type Step = readonly [title: string, program: string, ...args: string[]];

/** Runs steps one after the other and stops at the first that fails. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  for (const [title, program, ...args] of steps) {
    const start = performance.now();
    const code = await run(program, args);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${title} (${seconds} s)\n`);
    if (code !== 0) process.exit(code);
  }
}
