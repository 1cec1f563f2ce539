import type pg from 'pg';
import { connectionOf } from './login.ts';
import { type Models, openModels } from './models.ts';
import { openPool } from './pool.ts';
import { valueTypes } from './value-types.ts';

export type DatabaseOptions = {
  /** URL of the `atlas_app` role. */
  readonly url: string;
  /** Whether it signs in with tokens of IAM; with the URL's password when it is not said. */
  readonly iam?: boolean;
  readonly poolSize: number;
  /** Named prepared statements; off behind a pooler in transaction mode that does not know them. */
  readonly preparedStatements: boolean;
};

export const internals = Symbol('database internals');

/** What platform/db itself may touch. Not exported from the package: outside, a database can only be handed on. */
export type Internals = {
  readonly pool: pg.Pool;
  readonly models: Models;
  readonly preparedStatements: boolean;
  wake(): void;
};

/** The connection to the business database. Opaque: the way in is a command or a query. */
export type Database = { readonly [internals]: Internals; close(): Promise<void> };

/** Outbox listeners are woken at most this often; the relay's poll finds what a lost hint missed. */
const wakeEveryMs = 20;

/** Opens the pool of the app role. Connections pipeline, so that statements sent together cost one round trip. */
export function openDatabase({ url, iam = false, poolSize, preparedStatements }: DatabaseOptions): Database {
  const settings = { ...connectionOf({ url, iam }), max: poolSize, types: valueTypes, pipeline: true, application_name: 'atlas' };
  const pool = openPool(settings as pg.PoolConfig);
  const models = openModels(url);
  let waking: NodeJS.Timeout | null = null;
  // Only a hint, outside any transaction: a NOTIFY inside one would make all commits queue for one lock.
  const wake = () => {
    waking ??= setTimeout(() => {
      waking = null;
      pool.query('notify atlas_outbox').catch(() => undefined);
    }, wakeEveryMs);
  };
  return {
    [internals]: { pool, models, preparedStatements, wake },
    close: async () => {
      if (waking) clearTimeout(waking);
      await models.close();
      await pool.end();
    },
  };
}
