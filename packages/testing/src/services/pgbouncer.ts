import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ended, type Server, spawnTethered, stopChild, untilReady } from './child.ts';
import { freePort } from './ports.ts';
import { postgresInstallation } from './postgres-account.ts';
import { requireProgram } from './system.ts';

export type PgBouncerOptions = {
  /** The server behind it: any of its databases can be asked for. */
  readonly postgresUrl: string;
  /** Passwords of who may come, by their names. */
  readonly passwords: Readonly<Record<string, string>>;
  /** Connections to the server, for each database and user. */
  readonly poolSize: number;
};

/** A running PgBouncer. */
export type PgBouncer = Server & {
  /** The same database and user by way of it. */
  through(databaseUrl: string): string;
  /** What it shows of itself: `clients`, `servers`, `pools`. */
  show(what: 'clients' | 'servers' | 'pools'): Promise<Record<string, unknown>[]>;
};

const watcher = { user: 'watcher', password: 'watcher' };

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * A connection is lent for a transaction, as RDS Proxy does, and goes to the next client as it is. Nobody waits for one for
 * longer than there (stacks/foundation/database.ts).
 */
const settingsOf = ({ postgresUrl, poolSize }: PgBouncerOptions, port: number, people: string): string => {
  const { hostname, port: behind } = new URL(postgresUrl);
  return `[databases]
* = host=${hostname} port=${behind}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${people}
stats_users = ${watcher.user}
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 500
query_wait_timeout = 5
server_login_retry = 0.2
ignore_startup_parameters = extra_float_digits
`;
};

async function ask(port: number, what: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host: '127.0.0.1', port, database: 'pgbouncer', ...watcher });
  await client.connect();
  try {
    return (await client.query(`show ${what}`)).rows;
  } finally {
    await client.end();
  }
}

/** Starts Debian's PgBouncer on loopback in transaction mode, installing it when it is not there. */
export async function startPgBouncer(options: PgBouncerOptions): Promise<PgBouncer> {
  const program = requireProgram(['pgbouncer'], 'pgbouncer');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'atlas-pgbouncer-'));
  const file = (name: string): string => join(folder, name);
  // Like PostgreSQL it does not run as root.
  const { account } = postgresInstallation();
  const people = Object.entries({ ...options.passwords, [watcher.user]: watcher.password });
  writeFileSync(file('people'), people.map((pair) => pair.map(quoted).join(' ')).join('\n'), { mode: 0o600 });
  writeFileSync(file('settings'), settingsOf(options, port, file('people')));
  if (account) for (const path of [folder, file('people'), file('settings')]) chownSync(path, account.uid, account.gid);
  const child = spawnTethered(program, [file('settings')], 'SIGTERM', {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: '/',
    ...account,
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const stop = async () => {
    await stopChild(child, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, () => ask(port, 'version'));
  } catch (error) {
    await stop();
    throw new Error(`PgBouncer did not start: ${(error as Error).message}\n${said}`, { cause: error });
  }
  const through = (databaseUrl: string): string => {
    const url = new URL(databaseUrl);
    url.host = `127.0.0.1:${port}`;
    return url.toString();
  };
  return {
    url: through(options.postgresUrl),
    pid: child.pid ?? 0,
    ended: ended(child),
    stop,
    through,
    show: (what) => ask(port, what),
  };
}
