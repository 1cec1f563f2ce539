import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import {
  environmentOn,
  freePort,
  type Ground,
  spawnProgram,
  spawnTethered,
  stopChild,
  untilReady,
} from '@atlas/testing/services';

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

function heard(child: ChildProcess): ChildProcess {
  for (const stream of [child.stdout, child.stderr]) stream?.pipe(process.stderr);
  return child;
}

const launch = (name: 'api' | 'worker', ground: Ground, more: Variables): ChildProcess =>
  heard(spawnProgram(name, ground, { ...settings, ...more }));

async function untilAnswers(child: ChildProcess, port: number): Promise<Api> {
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, async () => {
    const { ok } = await fetch(`${url}/health`);
    if (!ok) throw new Error('not ready');
  });
  return { url, pid: child.pid ?? 0, close: () => stopChild(child, 'SIGTERM') };
}

/** Starts an API on a free port and waits until it answers that its services are up. */
export async function startApi(ground: Ground, more: Variables = {}): Promise<Api> {
  const port = await freePort();
  return untilAnswers(launch('api', ground, { API_PORT: String(port), ...more }), port);
}

/** Starts the operations of the API without what stands before them (`bare/main.ts`), for one tenant. */
export async function startBareApi(ground: Ground, tenantId: string): Promise<Api> {
  const port = await freePort();
  const own = { API_PORT: String(port), BARE_TENANT: tenantId };
  const child = spawnTethered(process.execPath, [join(import.meta.dirname, 'bare', 'main.ts')], 'SIGKILL', {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...environmentOn(ground), ...settings, ...own },
  });
  return untilAnswers(heard(child), port);
}

/** Starts a worker; it takes up jobs as soon as it is ready. */
export function startWorker(ground: Ground): Program {
  const child = launch('worker', ground, {});
  return { close: () => stopChild(child, 'SIGTERM') };
}
