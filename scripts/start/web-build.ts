import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.ts';
import type { Parts } from './parts.ts';
import type { Print } from './print.ts';

export const nextProgram = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
export const webFolder = join(root, 'web');
const stamp = join(webFolder, '.next', 'built-from');
const buildId = join(webFolder, '.next', 'BUILD_ID');
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

/** Names the state of files. */
function fingerprintOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/** What the build that lies there was made from; null when there is none, or when something else built after us. */
function builtFrom(): string | null {
  if (!existsSync(stamp) || !existsSync(buildId)) return null;
  const [fingerprint = '', id] = readFileSync(stamp, 'utf8').split(' ');
  return id === readFileSync(buildId, 'utf8') ? fingerprint : null;
}

/** Builds the web app when its sources are not those of the last build. */
export async function buildWeb(parts: Parts, print: Print, env: NodeJS.ProcessEnv): Promise<void> {
  const wanted = fingerprintOf(sources());
  if (builtFrom() === wanted) return;
  rmSync(stamp, { force: true });
  print.part('web', 'building, because its sources are new: this takes a minute …');
  const code = await parts.runNode({ name: 'web', args: [nextProgram, 'build'], env, cwd: webFolder, quiet: true });
  if (code !== 0) throw new Error(`the web app could not be built (code ${code}): see the lines of web above`);
  writeFileSync(stamp, `${wanted} ${readFileSync(buildId, 'utf8')}`);
  print.part('web', 'built');
}
