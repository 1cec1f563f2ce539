import pg from 'pg';

/** Longer than this nobody waits for a connection: the database is away, or has more to do than it can. */
const connectionTimeoutMillis = 5000;

/** A pool of connections, any of which may break at any time: whoever works on it hears of that from its statement. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionTimeoutMillis, ...config });
  // The pool listens to connections that nobody uses; without a listener, one that breaks in use ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return pool;
}
