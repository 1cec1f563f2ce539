import { uuidv7 } from '@atlas/kernel';
import { openLog } from '@atlas/platform';
import { openQueueRedis, readWork, startRelay } from '@atlas/platform/queue';
import { Queue, WaitingError, Worker } from 'bullmq';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { asAdministrator, testDatabase, useOwnDatabase } from '../database.ts';

useOwnDatabase();

const connection = openQueueRedis(`${inject('redisUrl')}/29`);
const queue = new Queue('atlas', { connection: connection as never });
let pool: pg.Pool;
let relayUrl: string;

beforeAll(async () => {
  relayUrl = (await testDatabase()).urls.relay;
  pool = new pg.Pool({ connectionString: relayUrl, max: 1 });
});
afterAll(async () => {
  await Promise.all([queue.close(), pool.end()]);
  connection.disconnect();
});

const tell = (tenantId: string, count: number, ageSeconds = 0) =>
  asAdministrator(
    `insert into outbox_messages (tenant_id, id, name, payload, request_id, created_at)
     select $1, gen_random_uuid(), 'trial.thing.told', '{}', 'test-request', now() - make_interval(secs => $3)
     from generate_series(1, $2)`,
    [tenantId, count, ageSeconds],
  );

async function newTenant(plan: string): Promise<string> {
  const id = uuidv7();
  await asAdministrator(
    'insert into identity.organizations (id, name, slug, plan, created_at) values ($1::uuid, $1::text, $1::text, $2, now())',
    [id, plan],
  );
  return id;
}

const ofClass = async (wanted: string) => (await readWork(pool, queue)).byClass.find(({ TenantClass }) => TenantClass === wanted);

describe('what is told of background work', () => {
  it('grows while a message waits for the relay, and says nothing when none does', async () => {
    expect((await readWork(pool, queue)).all).toEqual({ QueueDepth: 0, QueueAgeSeconds: 0, OutboxLagSeconds: 0, DeadJobs: 0 });
    await tell(await newTenant('free'), 2, 70);
    const { OutboxLagSeconds } = (await readWork(pool, queue)).all;
    expect(OutboxLagSeconds).toBeGreaterThan(69);
    expect(OutboxLagSeconds).toBeLessThan(100);
  });

  it('counts what waits for a worker, by the plans of its tenants and for how long', async () => {
    await tell(await newTenant('standard'), 3);
    const relay = startRelay({
      databaseUrl: relayUrl,
      connection,
      handled: new Set(['trial.thing.told']),
      log: openLog('test', 'silent'),
    });
    await expect.poll(async () => (await readWork(pool, queue)).all.OutboxLagSeconds, { timeout: 10_000 }).toBe(0);
    await relay.stop();
    expect((await readWork(pool, queue)).all.QueueDepth).toBe(5);
    expect(await ofClass('free')).toMatchObject({ Queue: 'atlas', QueueDepth: 2 });
    expect(await ofClass('standard')).toMatchObject({ QueueDepth: 3 });
    expect(await ofClass('unlimited')).toMatchObject({ QueueDepth: 0, QueueAgeSeconds: 0 });
    await expect.poll(async () => (await readWork(pool, queue)).all.QueueAgeSeconds, { timeout: 5000 }).toBeGreaterThan(0.5);
    expect((await ofClass('standard'))?.QueueAgeSeconds).toBeGreaterThan(0.5);
  });

  it('does not take what was begun and put off for something that waits for workers', async () => {
    const begun: string[] = [];
    const worker = new Worker(
      'atlas',
      async (job, token) => {
        begun.push(String(job.id));
        await worker.pause(true);
        await job.moveToWait(token);
        throw new WaitingError();
      },
      { connection: connection as never },
    );
    await expect.poll(async () => begun.length, { timeout: 5000 }).toBeGreaterThan(0);
    await worker.close();
    const before = (await readWork(pool, queue)).all;
    const waiting = await queue.getJobs('waiting');
    await Promise.all(waiting.filter(({ id }) => !begun.includes(String(id))).map((job) => job.remove()));
    const { all } = await readWork(pool, queue);
    expect(before.QueueAgeSeconds).toBeGreaterThan(0);
    expect(all).toMatchObject({ QueueDepth: begun.length, QueueAgeSeconds: 0 });
  });

  it('counts jobs that died within a day', async () => {
    const tenant = await newTenant('free');
    await asAdministrator(
      `insert into jobs (tenant_id, id, kind, status, finished_at)
       select $1, gen_random_uuid(), 'trial.thing.told', status, now() - age::interval
       from (values ('dead', '1 hour'), ('dead', '2 days'), ('succeeded', '1 hour')) as j (status, age)`,
      [tenant],
    );
    expect((await readWork(pool, queue)).all.DeadJobs).toBe(1);
  });
});
