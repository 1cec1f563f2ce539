import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrls, migrate, prepareCluster } from '@atlas/migrate';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './services/postgres.ts';
import { startRedis } from './services/redis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    redisUrl: string;
    /** Where tests keep their files; it goes with the run. */
    testFolder: string;
  }
}

export const templateDatabase = 'atlas_template';
export const passwords = { owner: 'owner', app: 'app', relay: 'relay', auth: 'auth' };

/** One PostgreSQL and one Redis a run, and a migrated database that every worker copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-test-'));
  const [postgres, redis] = await Promise.all([
    startPostgres({ folder: join(folder, 'pg'), password: 'postgres', durable: false }),
    startRedis({ folder: join(folder, 'redis'), durable: false }),
  ]);
  const stop = async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepareCluster(postgres.url, templateDatabase, passwords);
    await migrate(databaseUrls(postgres.url, templateDatabase, passwords).owner);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgresUrl', postgres.url);
  project.provide('redisUrl', redis.url);
  project.provide('testFolder', folder);
  return stop;
}
