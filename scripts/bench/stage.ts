import { join } from 'node:path';
import { type Ground, webOrigin } from '@atlas/testing/services';
import { startApi } from './programs.ts';
import { type BenchDatabase, openStores, type Stores } from './stores.ts';

/** What a client needs to know of an API. */
export type Door = { readonly api: string; readonly origin: string };

export type Stage = Door &
  BenchDatabase & {
    /** For further programs on the same stores. */
    readonly ground: Ground;
    close(): Promise<void>;
  };

/** What the programs of Atlas need to work on a database of the bench. */
export const groundOf = ({ redisUrl, folder }: Stores, { urls }: BenchDatabase): Ground => ({
  urls,
  redisUrl,
  storageFolder: join(folder, 'files'),
});

/** An API of its own on a database; closing it leaves the services running. */
export async function stageOn(stores: Stores, database: BenchDatabase): Promise<Stage> {
  const ground = groundOf(stores, database);
  const api = await startApi(ground);
  return { ...database, api: api.url, origin: webOrigin, ground, close: api.close };
}

/** What a benchmark runs on: PostgreSQL with durable commits, Redis and the API as its own process, all on free ports. */
export async function openStage(): Promise<Stage> {
  const stores = await openStores();
  try {
    const stage = await stageOn(stores, stores.database);
    const close = async () => {
      await stage.close();
      await stores.close();
    };
    return { ...stage, close };
  } catch (error) {
    await stores.close();
    throw error;
  }
}

type Closable = { close(): Promise<void> };

/** Opens something for some work and closes it, whatever happens. */
export async function using<T extends Closable, R>(open: () => Promise<T>, work: (opened: T) => Promise<R>): Promise<R> {
  const opened = await open();
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}
