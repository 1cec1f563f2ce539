import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import type { Statement } from './sql.ts';

/** The transaction that the models work on. */
type RunningTransaction = { query(statement: Statement): Promise<unknown> };

type ModelName = Exclude<keyof PrismaClient, `$${string}` | symbol>;

/** Prisma joins the `findUnique` of one tick into one statement, across commands and tenants: `findFirst` it never joins. */
const joining = ['findUnique', 'findUniqueOrThrow'] as const;

/** The models as a command sees them: on its own transaction, without ways to open another or to write raw SQL. */
export type TenantModels = { readonly [M in ModelName]: Omit<PrismaClient[M], (typeof joining)[number]> };

export type Models = { of(connection: RunningTransaction): TenantModels; close(): Promise<void> };

const running = new AsyncLocalStorage<RunningTransaction>();

function current(): RunningTransaction {
  const connection = running.getStore();
  if (!connection) throw new Error('models can be used inside a command or a query only');
  return connection;
}

const textOf = (statement: Statement): string =>
  (typeof statement === 'string' ? statement : statement.text).trim().toUpperCase();

/**
 * The pool that Prisma's adapter sees. It has no connections: each statement goes to the transaction of the running
 * command, and a transaction that Prisma opens for itself (nested writes) becomes a savepoint of it.
 */
class CommandPool extends pg.Pool {
  #savepoints = 0;

  override query(...args: unknown[]): never {
    return current().query(args[0] as Statement) as never;
  }

  override async connect(): Promise<never> {
    const connection = current();
    const name = `prisma_${++this.#savepoints}`;
    const savepoint: Record<string, string> = {
      BEGIN: `savepoint ${name}`,
      COMMIT: `release savepoint ${name}`,
      ROLLBACK: `rollback to savepoint ${name}`,
    };
    const client = {
      query: (statement: Statement) => connection.query(savepoint[textOf(statement)] ?? statement),
      release: () => undefined,
      on: () => client,
      once: () => client,
      removeListener: () => client,
    };
    return client as never;
  }
}

/** Prisma's promises are lazy: they run where they are awaited, so the await happens inside the command's context. */
function bind(client: PrismaClient, connection: RunningTransaction): TenantModels {
  const inside = (call: () => Promise<unknown>) => running.run(connection, async () => await call());
  const delegates = new Map<string, unknown>();
  return new Proxy({} as TenantModels, {
    get(_target, model: string) {
      const known = delegates.get(model);
      if (known) return known;
      const delegate = (client as unknown as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>)[model];
      if (!delegate || model.startsWith('$')) return undefined;
      const bound = new Proxy(delegate, {
        get:
          (verbs, verb: string) =>
          (...args: unknown[]) => {
            if ((joining as readonly string[]).includes(verb)) throw new Error(`${verb} would join tenants: use findFirst`);
            return inside(() => (verbs[verb] as (...a: unknown[]) => Promise<unknown>)(...args));
          },
      });
      delegates.set(model, bound);
      return bound;
    },
  });
}

/** Prepares Prisma without connecting it to anything: see {@link CommandPool}. */
export function openModels(url: string): Models {
  const pool = new CommandPool({ connectionString: url, max: 1 });
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    of: (connection) => bind(client, connection),
    close: async () => {
      await client.$disconnect();
      await pool.end();
    },
  };
}
