import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { type Service, stopChild, untilReady } from './child.ts';
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
export async function startRedis(options: RedisOptions): Promise<Service> {
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
  ];
  const child = spawn(program, [...args, '--appendonly', options.durable ? 'yes' : 'no'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const log = (chunk: Buffer) => options.onLog?.(chunk.toString().trimEnd());
  child.stdout.on('data', log);
  child.stderr.on('data', log);
  await untilReady(child, () => ping(port));
  return { url: `redis://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => stopChild(child, 'SIGTERM') };
}
