import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { ended, type Server, spawnTethered, stopChild, untilReady } from './child.ts';
import { freePort } from './ports.ts';
import { requireProgram } from './system.ts';

export type RedisOptions = {
  readonly folder: string;
  readonly port?: number;
  readonly durable: boolean;
  readonly onLog?: (line: string) => void;
};

function ping(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1000, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      if (data.toString().startsWith('+PONG')) resolve();
      else reject(new Error(data.toString()));
    });
  });
}

/** Starts Valkey or Redis on loopback, installing Debian's `redis-server` when neither is there. */
export async function startRedis(options: RedisOptions): Promise<Server> {
  const program = requireProgram(['valkey-server', 'redis-server'], 'redis-server');
  const port = await freePort(options.port);
  mkdirSync(options.folder, { recursive: true });
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    options.folder,
    '--maxmemory-policy',
    'noeviction',
    '--save',
    '',
    // Enough for each test that has a queue to have one to itself: a worker takes whatever waits in its database.
    '--databases',
    '32',
  ];
  const child = spawnTethered(program, [...args, '--appendonly', options.durable ? 'yes' : 'no'], 'SIGTERM', {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = (chunk: Buffer) => options.onLog?.(chunk.toString().trimEnd());
  child.stdout?.on('data', log);
  child.stderr?.on('data', log);
  const stop = () => stopChild(child, 'SIGTERM');
  try {
    await untilReady(child, () => ping(port));
  } catch (error) {
    await stop();
    throw new Error(`Redis (${program}, data in ${options.folder}) did not start: ${(error as Error).message}`, { cause: error });
  }
  return { url: `redis://127.0.0.1:${port}`, pid: child.pid ?? 0, ended: ended(child), stop };
}
