import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseUrls, databaseUrls, migrate, prepareCluster } from '@atlas/migrate';
import { freePort, startPostgres, startRedis, stopChild, untilReady } from '@atlas/testing/services';
import { root } from '../run.ts';

export type Stage = {
  readonly api: string;
  readonly origin: string;
  readonly adminUrl: string;
  readonly urls: DatabaseUrls;
  close(): Promise<void>;
};

const passwords = { owner: 'owner', app: 'app', relay: 'relay', auth: 'auth' };

async function startApi(
  urls: DatabaseUrls,
  redisUrl: string,
  folder: string,
  origin: string,
): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'functions', 'api', 'src', 'main.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'development',
      DATABASE_APP_URL: urls.app,
      DATABASE_RELAY_URL: urls.relay,
      DATABASE_AUTH_URL: urls.auth,
      DATABASE_POOL_SIZE: '4',
      REDIS_URL: redisUrl,
      AUTH_SECRET: 'a secret that is only used in a benchmark',
      PUBLIC_URL: origin,
      STORAGE_FOLDER: join(folder, 'files'),
      API_PORT: String(port),
      LOG_LEVEL: 'warn',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, async () => {
    const { ok } = await fetch(`${url}/health`);
    if (!ok) throw new Error('not ready');
  });
  return { url, child };
}

/** What a benchmark runs on: PostgreSQL with durable commits, Redis and the API as its own process, all on free ports. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-bench-'));
  const [postgres, redis] = await Promise.all([
    startPostgres({ folder: join(folder, 'pg'), password: 'postgres', durable: true }),
    startRedis({ folder: join(folder, 'redis'), durable: false }),
  ]);
  const stopServices = async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepareCluster(postgres.url, 'atlas', passwords);
    const urls = databaseUrls(postgres.url, 'atlas', passwords);
    await migrate(urls.owner);
    const origin = 'http://localhost:3000';
    const { url: api, child } = await startApi(urls, redis.url, folder, origin);
    const adminUrl = new URL(postgres.url);
    adminUrl.pathname = '/atlas';
    const close = async () => {
      await stopChild(child, 'SIGTERM');
      await stopServices();
    };
    return { api, origin, adminUrl: adminUrl.toString(), urls, close };
  } catch (error) {
    await stopServices();
    throw error;
  }
}
