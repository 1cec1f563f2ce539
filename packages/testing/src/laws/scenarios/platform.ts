import { uuidv7 } from '@atlas/kernel';
import { asAdministrator } from '../../database.ts';
import { inShop, type Scenario } from '../scenario.ts';

/** A job whose message has given up, as the worker leaves it. */
async function deadJob(tenantId: string): Promise<string> {
  const id = uuidv7();
  await asAdministrator(
    `insert into outbox_messages (tenant_id, id, name, payload, request_id, published_at, handled_at)
     values ($1, $2, 'parties.party.created', '{}', 'law', now(), now())`,
    [tenantId, id],
  );
  await asAdministrator(
    `insert into jobs (tenant_id, id, kind, status, error, attempts, started_at, finished_at)
     values ($1, $2, 'parties.party.greet', 'dead', 'the outside world was away', 5, now(), now())`,
    [tenantId, id],
  );
  return id;
}

export const platform: Record<string, Scenario> = {
  'platform.job.list': inShop(async (shop) => {
    await deadJob(shop.tenantId);
    return { status: 'dead' };
  }),
  'platform.job.get': inShop(async (shop) => ({ id: await deadJob(shop.tenantId) })),
  'platform.job.retry': inShop(async (shop) => ({ id: await deadJob(shop.tenantId) })),
  'platform.audit.list': inShop((shop) => ({ subjectId: shop.customerId, actorId: shop.userId, limit: 10 })),
  'platform.audit.verify': inShop(() => ({})),
};
