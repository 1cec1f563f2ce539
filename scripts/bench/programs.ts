import type { ChildProcess } from 'node:child_process';
import { freePort, type Ground, spawnProgram, stopChild, untilReady } from '@atlas/testing/services';

export type Program = { close(): Promise<void> };
export type Api = Program & { readonly url: string; readonly pid: number };
export type Variables = Readonly<Record<string, string>>;

/** As in production where it matters; BENCH_NODE_OPTIONS reaches Node, to profile what a benchmark measures. */
const settings: Variables = {
  NODE_ENV: 'development',
  DATABASE_POOL_SIZE: '4',
  LOG_LEVEL: 'warn',
  ...(process.env.BENCH_NODE_OPTIONS ? { NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS } : {}),
};

function launch(name: 'api' | 'worker', ground: Ground, more: Variables): ChildProcess {
  const child = spawnProgram(name, ground, { ...settings, ...more });
  for (const stream of [child.stdout, child.stderr]) stream?.pipe(process.stderr);
  return child;
}

/** Starts an API on a free port and waits until it answers that its services are up. */
export async function startApi(ground: Ground, more: Variables = {}): Promise<Api> {
  const port = await freePort();
  const child = launch('api', ground, { API_PORT: String(port), ...more });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, async () => {
    const { ok } = await fetch(`${url}/health`);
    if (!ok) throw new Error('not ready');
  });
  return { url, pid: child.pid ?? 0, close: () => stopChild(child, 'SIGTERM') };
}

/** Starts a worker; it takes up jobs as soon as it is ready. */
export function startWorker(ground: Ground): Program {
  const child = launch('worker', ground, {});
  return { close: () => stopChild(child, 'SIGTERM') };
}
