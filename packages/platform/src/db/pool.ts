import pg from 'pg';

/** Longer than this nobody waits for a connection: the database is away, or has more to do than it can. */
const connectionTimeoutMillis = 5000;

/** A pool whose connections may break at any time: whoever works on one hears of that from its statement. */
export function watched<P extends pg.Pool>(pool: P): P {
  // The pool listens to connections that nobody uses; without a listener, one that breaks in use ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return pool;
}

export const openPool = (config: pg.PoolConfig): pg.Pool => watched(new pg.Pool({ connectionTimeoutMillis, ...config }));
