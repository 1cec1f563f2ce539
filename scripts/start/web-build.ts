import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.ts';
import type { Parts } from './parts.ts';

export const nextProgram = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
export const webFolder = join(root, 'web');
const stamp = join(webFolder, '.next', 'built-from');
const leftOut = new Set(['node_modules', '.next', '.turbo', '.open-next', 'next-env.d.ts']);

function sourcesBelow(folder: string): string[] {
  const found = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !leftOut.has(name));
  return found.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.(test\.tsx?|tsbuildinfo)$/.test(entry.name) ? [] : [path];
  });
}

/** Everything that the web app is built from. */
function sources(): string[] {
  const packages = join(root, 'packages');
  const whole = ['ui', 'sdk', 'kernel', 'contract'].map((name) => join(packages, name));
  const contracts = readdirSync(packages).map((name) => join(packages, name, 'src', 'contract'));
  const folders = [webFolder, ...new Set([...whole, ...contracts])].filter(existsSync);
  return [...folders.flatMap(sourcesBelow), join(root, 'package-lock.json')].sort();
}

/** Names the state of the web app's sources. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of sources()) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/** Builds the web app when its sources are not those of the last build. */
export async function buildWeb(parts: Parts, env: NodeJS.ProcessEnv): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const code = await parts.runNode({ name: 'web', args: [nextProgram, 'build'], env, cwd: webFolder });
  if (code !== 0) throw new Error(`the web app could not be built (code ${code}): see the lines of web above`);
  writeFileSync(stamp, wanted);
}
