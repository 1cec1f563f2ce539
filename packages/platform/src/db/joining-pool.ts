import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { watched } from './pool.ts';

/** The connection of a transaction, from its begin to its end. */
type Held = { client: pg.PoolClient | null };

const holding = new AsyncLocalStorage<Held>();

/** Runs what opens a transaction and works in it: whatever it asks for beside it is asked on the same connection. */
export const joined = <T>(work: () => Promise<T>): Promise<T> => holding.run({ client: null }, work);

/**
 * A pool whose transactions take their side questions along. From an ordinary one, as many transactions as it has
 * connections would wait for another connection until all of them give up; of this one a single connection is enough.
 */
class JoiningPool extends pg.Pool {
  override query(...args: unknown[]): never {
    const client = holding.getStore()?.client;
    const query = (client ? client.query : super.query) as (...all: unknown[]) => unknown;
    return query.apply(client ?? this, args) as never;
  }

  override connect(callback?: unknown): never {
    if (callback !== undefined) return super.connect(callback as never) as never;
    return this.#take() as never;
  }

  async #take(): Promise<pg.PoolClient> {
    const client = await super.connect();
    const held = holding.getStore();
    if (!held || held.client) return client;
    held.client = client;
    const release = client.release.bind(client);
    client.release = (error) => {
      held.client = null;
      client.release = release;
      release(error);
    };
    return client;
  }
}

/** A transaction may hold its connection while a password is hashed, so that others wait longer than elsewhere; nobody waits for ever. */
const connectionTimeoutMillis = 10_000;

export const openJoiningPool = (config: pg.PoolConfig): pg.Pool =>
  watched(new JoiningPool({ connectionTimeoutMillis, ...config }));
