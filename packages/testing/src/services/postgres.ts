import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ended, Hopeless, type Server, spawnTethered, stopChild, untilReady } from './child.ts';
import { freePort } from './ports.ts';
import { postgresInstallation, reachableFolder } from './postgres-account.ts';

export type PostgresOptions = {
  /** Folder that keeps the cluster. */
  readonly folder: string;
  readonly port?: number;
  readonly password: string;
  /** False trades crash safety for speed: for test clusters, which are deleted when they stop. */
  readonly durable: boolean;
  readonly onLog?: (line: string) => void;
};

/** A running PostgreSQL and the folder that really keeps it. */
export type Postgres = Server & { readonly folder: string };

type Account = { uid: number; gid: number } | undefined;

const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=256MB',
  'autovacuum_naptime=5s',
];
/** Tests open some thousand connections; a password that everybody knows needs no thousands of rounds each time. */
const fast = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'scram_iterations=1'];

function initialise(home: string, data: string, password: string, account: Account): void {
  const secret = `${data}.password`;
  writeFileSync(secret, password, { mode: 0o600 });
  if (account) chownSync(secret, account.uid, account.gid);
  try {
    const args = ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '--no-instructions', ...locale];
    execFileSync(join(home, 'bin', 'initdb'), args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', ...account });
  } finally {
    rmSync(secret, { force: true });
  }
}

/** Makes the cluster unless it is there; under another name first, so that an interrupted making leaves nothing behind. */
function prepareData(folder: string, home: string, password: string, account: Account): string {
  const data = join(folder, 'postgres');
  if (existsSync(join(data, 'PG_VERSION'))) return data;
  const partial = `${data}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  chmodSync(partial, 0o700);
  if (account) chownSync(partial, account.uid, account.gid);
  initialise(home, partial, password, account);
  renameSync(partial, data);
  return data;
}

async function connectOnce(url: string, data: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    throw new Hopeless(`the cluster in ${data} has another password. Restore the one it was made with, or delete that folder`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the PostgreSQL 17 that comes with npm on loopback, making its cluster on the first start.
 *
 * @returns the superuser's URL of the `postgres` database
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { home, account } = postgresInstallation();
  const name = createHash('sha256').update(options.folder).digest('hex').slice(0, 12);
  const folder = reachableFolder(options.folder, options.durable ? name : `temporary-${process.pid}-${name}`, account);
  const data = prepareData(folder, home, options.password, account);
  const port = await freePort(options.port);
  const named = [...settings, ...(options.durable ? [] : fast)].flatMap((setting) => ['-c', setting]);
  const child = spawnTethered(join(home, 'bin', 'postgres'), ['-D', data, '-p', String(port), ...named], 'SIGINT', {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    ...account,
  });
  let said = '';
  const log = (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000);
    options.onLog?.(chunk.toString().trimEnd());
  };
  child.stdout?.on('data', log);
  child.stderr?.on('data', log);
  const url = `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    await stopChild(child, 'SIGINT', 30_000);
    if (!options.durable) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, () => connectOnce(url, data));
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start: ${(error as Error).message}\n${said}`, { cause: error });
  }
  return { url, pid: child.pid ?? 0, folder, ended: ended(child), stop };
}
