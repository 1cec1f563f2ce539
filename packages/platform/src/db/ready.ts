import { type Database, internals } from './database.ts';

/** Whether the business database answers within a second. */
export async function databaseIsReady(db: Database): Promise<boolean> {
  const timeout = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), 1000).unref();
  });
  const probe = db[internals].pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([probe, timeout]);
}
