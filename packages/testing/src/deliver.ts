import { modules } from '@atlas/modules';
import { type Database, deliverInline, type Mailer, type MessageRef, type Storage } from '@atlas/platform';
import { asAdministrator, testDatabase } from './database.ts';
import { testStorage, type World } from './world.ts';

const waitingSql = `
  select tenant_id as "tenantId", id as "messageId", name from outbox_messages
  where tenant_id = $1 and handled_at is null order by created_at, id`;

/**
 * Does the background work that waits in a world, in this process, until nothing is left.
 *
 * @param world also where its files lie, when it is not where everyone's do
 * @param rounds how often to look for work; one round delivers what waits now and no more
 * @param through where the jobs find the database; left out, where everyone does
 * @param mailer who takes mail; left out, nobody does
 */
export async function doBackgroundWork(
  world: Pick<World, 'tenantId'> & { readonly storage?: Storage },
  rounds = Number.POSITIVE_INFINITY,
  through?: Database,
  mailer: Mailer | null = null,
): Promise<void> {
  const db = through ?? (await testDatabase()).db;
  let round = 0;
  await deliverInline({ db, storage: world.storage ?? testStorage(), mailer }, modules, async () => {
    round += 1;
    return round > rounds ? [] : asAdministrator<MessageRef & Record<string, unknown>>(waitingSql, [world.tenantId]);
  });
}
