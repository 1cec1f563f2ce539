import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.ts';

export const webFolder = join(root, 'web');
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
  const folders = [webFolder, join(root, 'scripts', 'web'), ...new Set([...whole, ...contracts])].filter(existsSync);
  return [...folders.flatMap(sourcesBelow), join(root, 'package-lock.json')].sort();
}

/** Names the state of what the web app is built from. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of sources()) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}
