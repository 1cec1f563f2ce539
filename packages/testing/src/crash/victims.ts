import type { ChildProcess } from 'node:child_process';
import pg from 'pg';
import { ended, type Server, stopChild, untilReady } from '../services/child.ts';
import { type Ground, spawnProgram } from '../services/program.ts';

/** A process that dies without notice and comes back at the same address. */
export type Victim = {
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Lets it stand still, or go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Asks it to end; says how it did. */
  stop(): Promise<string>;
};

/** What went on in the processes, for whoever reads a failure. */
export type Chronicle = {
  /** Programs that ended although nobody had ended them. */
  readonly lost: string[];
  readonly said: string[];
};

/** Keeps what a program says; of the refusals during an outage, which are many and as they should be, nothing. */
function listen(name: string, child: ChildProcess, { said }: Chronicle): void {
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      if (!chunk.includes('"unavailable"')) said.push(`${name}: ${chunk}`);
    });
}

/** The API or the worker. One that ends by itself is written down as lost. */
export function programVictim(
  name: 'api' | 'worker',
  ground: Ground,
  more: Readonly<Record<string, string>>,
  chronicle: Chronicle,
  probe: () => Promise<unknown>,
): Victim {
  let child: ChildProcess | undefined;
  const wanted = new WeakSet<ChildProcess>();
  const end = async (signal: NodeJS.Signals): Promise<string> => {
    if (!child) return 'never started';
    wanted.add(child);
    await stopChild(child, signal);
    return ended(child);
  };
  return {
    kill: async () => {
      await end('SIGKILL');
    },
    signal: (signal) => child?.kill(signal),
    stop: () => end('SIGTERM'),
    start: async () => {
      const started = spawnProgram(name, ground, more);
      child = started;
      listen(name, started, chronicle);
      void ended(started).then((how) => {
        if (!wanted.has(started)) chronicle.lost.push(`${name} ${how}`);
      });
      await untilReady(started, probe);
    },
  };
}

/** PostgreSQL or Redis, started anew on the port it had. */
export function serverVictim<S extends Server>(
  first: S,
  startAgain: () => Promise<S>,
  kill: (server: S) => Promise<void>,
): Victim {
  let server = first;
  return {
    kill: async () => {
      await kill(server);
      await server.ended;
    },
    signal: (signal) => process.kill(server.pid, signal),
    stop: async () => {
      await server.stop();
      return server.ended;
    },
    start: async () => {
      const { url } = server;
      server = await startAgain();
      if (server.url !== url) throw new Error(`the port of ${url} was taken by another program`);
    },
  };
}

export async function killRedis({ pid }: Server): Promise<void> {
  process.kill(pid, 'SIGKILL');
}

const killQuietly = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended with its postmaster
  }
};

/** SIGKILL to the postmaster and to every process it has: nobody writes another byte. */
export async function killPostgres({ url, pid }: Server): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity');
  for (const each of [pid, ...rows.map((row) => row.pid)]) killQuietly(each);
  await client.end().catch(() => undefined);
}
