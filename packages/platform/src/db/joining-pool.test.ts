import { createServer, type Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { openJoiningPool } from './joining-pool.ts';

afterEach(() => void vi.useRealTimers());

it('nobody waits for ever for a connection to a server that does not answer, nor for one that another waits for', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const pool = openJoiningPool({ connectionString: `postgresql://a:b@127.0.0.1:${port}/c`, max: 1 });
  const waiting = Promise.allSettled([pool.query('select 1'), pool.query('select 1')]);
  vi.advanceTimersByTime(10_001);
  const outcomes = await waiting;
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && /timeout/.test(String(outcome.reason)))).toEqual([
    true,
    true,
  ]);
  vi.useRealTimers();
  await pool.end();
  for (const socket of sockets) socket.destroy();
  silent.close();
});
