import { PrismaPg } from '@prisma/adapter-pg';
import type { Config } from '../config.ts';
import { PrismaClient } from '../db/generated/client.ts';
import { joined, openJoiningPool } from '../db/joining-pool.ts';
import { connectionOf } from '../db/login.ts';
import type { PeopleReader } from './people.repository.ts';

/** Enough for many at a time; where a process serves one request at a time it has one connection for people, too. */
const mostConnections = 7;

export type PeopleClient = { readonly client: PrismaClient; readonly reader: PeopleReader; close(): Promise<void> };

/** People, sessions and workspaces, for Better Auth and for what is asked beside it, also while it is in a transaction. */
export function openPeople({ DATABASE_AUTH_URL: url, DATABASE_IAM: iam, DATABASE_POOL_SIZE }: Config): PeopleClient {
  const pool = openJoiningPool({ ...connectionOf({ url, iam }), max: Math.min(DATABASE_POOL_SIZE, mostConnections) });
  const client = new PrismaClient({
    adapter: new PrismaPg(pool),
    // A password is hashed while a transaction holds its connection: whoever comes with fifty others waits a little.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  const transaction = client.$transaction.bind(client) as (...args: unknown[]) => Promise<unknown>;
  return {
    reader: pool,
    client: new Proxy(client, {
      get: (target, name) =>
        name === '$transaction' ? (...args: unknown[]) => joined(() => transaction(...args)) : Reflect.get(target, name),
    }),
    close: async () => {
      await client.$disconnect();
      await pool.end();
    },
  };
}
