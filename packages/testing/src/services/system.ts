import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The first of these programs that PATH (or Debian's sbin) has. */
export function findProgram(...names: string[]): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not in this folder
      }
    }
  }
  return null;
}

/** How we may install packages: as root, by password-less sudo, or not at all. */
function installer(): string[] | null {
  if (!findProgram('apt-get')) return null;
  if (isRoot()) return ['apt-get'];
  const sudo = findProgram('sudo');
  return sudo && spawnSync(sudo, ['-n', 'true']).status === 0 ? [sudo, '-n', 'apt-get'] : null;
}

/**
 * A program of the system, installed with the system's package manager when it is missing and we may.
 *
 * @throws Error that says precisely what to install
 */
export function requireProgram(names: string[], debianPackage: string): string {
  const found = findProgram(...names);
  if (found) return found;
  const command = installer();
  if (!command) {
    throw new Error(
      `${names.join(' or ')} is missing. Install it and run this again, for example: sudo apt-get install ${debianPackage}`,
    );
  }
  process.stderr.write(`installing ${debianPackage} with apt-get …\n`);
  const [program, ...prefix] = command as [string, ...string[]];
  const run = (args: string[]) =>
    execFileSync(program, [...prefix, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run(['update', '-qq']);
  run(['install', '-y', '-qq', '--no-install-recommends', debianPackage]);
  const installed = findProgram(...names);
  if (!installed) throw new Error(`${debianPackage} was installed, but ${names.join(' or ')} is still not on PATH`);
  return installed;
}
