import pg from 'pg';
import { prepareCluster } from './cluster.ts';
import { seedDemo } from './demo.ts';
import { type MigrateEvent, readEvent, refuseUnlessPreview } from './event.ts';
import { type Removed, removeLeftovers } from './leftovers.ts';
import { type Migrated, migrate } from './migrate.ts';
import { maintenanceDatabase, openServer, type Server } from './server.ts';
import { allowSignIn, signInsOf } from './sign-in.ts';
import { withClient } from './with-client.ts';

export type Answer = Partial<Migrated & Removed> & {
  readonly database: string;
  readonly created?: boolean;
  readonly seeded?: string;
  readonly dropped?: boolean;
};

async function drop(server: Server, event: MigrateEvent): Promise<Answer> {
  refuseUnlessPreview(event);
  const { database } = event;
  await withClient(server.urlOf(maintenanceDatabase), (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`),
  );
  // Nobody works on it any more, and what they have left grows no more.
  return { database, dropped: true, ...(await removeLeftovers(process.env, event)) };
}

/** Of several at a time for one database one works; the others wait, and find nothing to do. */
const lock = 72_707_371;

function bring(server: Server, { database, seed, contract, rollback }: MigrateEvent): Promise<Answer> {
  const administrator = server.urlOf(maintenanceDatabase);
  return withClient(administrator, async (client) => {
    await client.query('select pg_advisory_lock($1, hashtext($2))', [lock, database]);
    const created = await prepareCluster(administrator, database, null);
    await allowSignIn(administrator, signInsOf(process.env));
    const migrated = await migrate(server.urlOf(database, 'owner'), { contract, rollback });
    return { database, created, ...migrated, ...(seed ? { seeded: await seedDemo(server, database) } : {}) };
  });
}

/**
 * Migrations as a function of AWS Lambda: makes a stage's database and brings it to this release's schema before the
 * release is reached, and drops it with a preview, whose files and keys go too. Safe to repeat, and to invoke twice at once.
 */
export async function handler(input: unknown): Promise<Answer> {
  const event = readEvent(input);
  const server = await openServer(process.env);
  const answer = await (event.tf?.action === 'delete' ? drop(server, event) : bring(server, event));
  console.log(JSON.stringify(answer));
  return answer;
}
