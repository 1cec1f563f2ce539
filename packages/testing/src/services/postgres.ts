import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Service, stopChild, untilReady } from './child.ts';
import { freePort } from './ports.ts';
import { postgresInstallation, reachableFolder } from './postgres-account.ts';

export type PostgresOptions = {
  /** Folder that keeps the cluster. */
  readonly folder: string;
  readonly port?: number;
  readonly password: string;
  /** False trades crash safety for speed: for test clusters that are thrown away. */
  readonly durable: boolean;
  readonly onLog?: (line: string) => void;
};

const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const fast = ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off'];

function initialise(home: string, data: string, password: string, account: { uid: number; gid: number } | undefined): void {
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

/**
 * Starts the PostgreSQL 17 that comes with npm on loopback, making its cluster on the first start.
 *
 * @returns the superuser's URL of the `postgres` database
 */
export async function startPostgres(options: PostgresOptions): Promise<Service> {
  const { home, account } = postgresInstallation();
  const name = createHash('sha256').update(options.folder).digest('hex').slice(0, 12);
  const folder = reachableFolder(options.folder, name, account);
  const data = join(folder, 'postgres');
  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
    chmodSync(data, 0o700);
    if (account) chownSync(data, account.uid, account.gid);
    initialise(home, data, options.password, account);
  }
  const port = await freePort(options.port);
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=200',
    '-c',
    'shared_buffers=256MB',
  ];
  const args = ['-D', data, '-p', String(port), ...settings, ...(options.durable ? [] : fast)];
  const child = spawn(join(home, 'bin', 'postgres'), args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    detached: true,
    ...account,
  });
  const log = (chunk: Buffer) => options.onLog?.(chunk.toString().trimEnd());
  child.stdout.on('data', log);
  child.stderr.on('data', log);
  const url = `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  await untilReady(child, async () => {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
    } finally {
      await client.end();
    }
  });
  return { url, pid: child.pid ?? 0, stop: () => stopChild(child, 'SIGINT') };
}
