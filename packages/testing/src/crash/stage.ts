import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrls, migrate, prepareCluster } from '@atlas/migrate';
import pg from 'pg';
import { freePort } from '../services/ports.ts';
import { startPostgres } from '../services/postgres.ts';
import { startRedis } from '../services/redis.ts';
import { passwords } from '../setup.ts';
import { pause } from './chance.ts';
import { type GroundKind, openGround } from './ground.ts';
import { type Chronicle, killPostgres, killRedis, programVictim, serverVictim, type Victim } from './victims.ts';

/** Runs SQL around row-level security. */
export type Ask = <T extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>;

type Servers = {
  readonly postgres: Victim;
  readonly redis: Victim;
  readonly urls: { readonly postgres: string; readonly redis: string };
  /** Deletes what Redis has on disk, so that it comes back empty. */
  emptyRedis(): void;
  close(): Promise<void>;
};

/** All of Atlas on servers of its own, each part of which can be killed. */
export type Stage = Pick<Servers, 'postgres' | 'redis' | 'emptyRedis' | 'close'> & {
  /** Where the API answers whenever it lives. */
  readonly url: string;
  readonly api: Victim;
  readonly worker: Victim;
  readonly chronicle: Chronicle;
  readonly ask: Ask;
};

const portOf = (url: string): number => Number(new URL(url).port);

/**
 * Starts a server where it was before. A postmaster that was killed leaves shared memory until its last process has ended, and
 * a connection of anybody may have the port for a moment: the next server waits for both.
 */
async function startAgain<S>(start: () => Promise<S>): Promise<S> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(100);
    }
  }
}

/** PostgreSQL with durable commits, and Redis with its file. */
async function openServers(folder: string): Promise<Servers> {
  const ofPostgres = { folder: join(folder, 'pg'), password: 'postgres', durable: true };
  const ofRedis = { folder: join(folder, 'redis'), durable: true };
  const [postgres, redis] = await Promise.all([startPostgres(ofPostgres), startRedis(ofRedis)]);
  const postgresAgain = () => startAgain(() => startPostgres({ ...ofPostgres, port: portOf(postgres.url) }));
  const redisAgain = () => startAgain(() => startRedis({ ...ofRedis, port: portOf(redis.url) }));
  const victims = {
    postgres: serverVictim(postgres, postgresAgain, killPostgres),
    redis: serverVictim(redis, redisAgain, killRedis),
  };
  return {
    ...victims,
    urls: { postgres: postgres.url, redis: redis.url },
    emptyRedis: () => rmSync(ofRedis.folder, { recursive: true, force: true }),
    close: async () => {
      await Promise.all([victims.postgres.stop(), victims.redis.stop()]);
      // As root the cluster may lie elsewhere, where PostgreSQL's own user can reach it.
      for (const used of [folder, postgres.folder]) rmSync(used, { recursive: true, force: true });
    },
  };
}

const asking =
  (url: string): Ask =>
  async (text, values = []) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  };

/** Starts everything, in a folder that PostgreSQL's own user can enter. */
export async function openStage(kind: GroundKind): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-crash-'));
  chmodSync(folder, 0o755);
  const { urls: serverUrls, close: closeServers, ...servers } = await openServers(folder);
  const url = `http://127.0.0.1:${await freePort()}`;
  const ground = {
    urls: databaseUrls(serverUrls.postgres, 'atlas', passwords),
    redisUrl: serverUrls.redis,
    storageFolder: join(folder, 'files'),
  };
  mkdirSync(ground.storageFolder);
  const chronicle: Chronicle = { lost: [], said: [] };
  const { environment, close: closeGround } = await openGround(kind, serverUrls.postgres, ground);
  const more = { ...environment, API_PORT: String(portOf(url)), WORKER_LOCK_MS: '900', LOG_LEVEL: 'error' };
  const api = programVictim('api', ground, more, chronicle, () => fetch(`${url}/health/live`));
  const worker = programVictim('worker', ground, more, chronicle, async () => undefined);
  const close = async () => {
    await Promise.all([api.kill(), worker.kill()]);
    await closeGround();
    await closeServers();
  };
  try {
    await prepareCluster(serverUrls.postgres, 'atlas', passwords);
    await migrate(ground.urls.owner);
    await Promise.all([api.start(), worker.start()]);
  } catch (error) {
    await close();
    throw error;
  }
  const admin = new URL(serverUrls.postgres);
  admin.pathname = '/atlas';
  return { ...servers, url, api, worker, chronicle, ask: asking(admin.toString()), close };
}
