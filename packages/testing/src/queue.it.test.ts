import type { jobs } from '@atlas/contract';
import { partyCreated } from '@atlas/parties/contract';
import { defineModule, job, type Module, openLog } from '@atlas/platform';
import { openQueueRedis, startRelay, startWorker } from '@atlas/platform/queue';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { asAdministrator, testDatabase } from './database.ts';
import { createParty, operationNamed } from './operations.ts';
import { newWorld, testStorage, type World } from './world.ts';

const listJobs = operationNamed<typeof jobs.listJobs>('platform.job.list');
const retryJob = operationNamed<typeof jobs.retryJob>('platform.job.retry');

let stopQueue: () => Promise<void> = async () => undefined;
afterEach(() => stopQueue());

/** The real relay and worker on a Redis database of its own, for one module. */
async function startQueue(module: Module, redisDatabase: number): Promise<void> {
  const { db, urls } = await testDatabase();
  const connection = openQueueRedis(`${inject('redisUrl')}/${redisDatabase}`);
  const log = openLog('test', 'silent');
  const relay = startRelay({ databaseUrl: urls.relay, connection, handled: new Set([partyCreated.name]), log });
  const worker = startWorker({ connection, modules: [module], concurrency: 2, lockMs: 5000, log, db, storage: testStorage() });
  stopQueue = async () => {
    await Promise.all([relay.stop(), worker.stop()]);
    connection.disconnect();
  };
}

async function until(condition: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const closed = () => new Error('the post office is closed');
const away = () => Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });

const failing = (runs: () => void, broken: () => Error | null, world: () => World) =>
  defineModule('trial', {
    jobs: [
      job({
        name: 'trial.greeting.send',
        on: partyCreated,
        run: async (run, { code }) => {
          // Messages of other tests in this database are none of our business.
          if (run.ctx.tenantId !== world().tenantId) return;
          await run.once(async (tx) => tx.record({ subjectId: null, after: { greeted: code } }));
          runs();
          const failure = broken();
          if (failure) throw failure;
        },
      }),
    ],
  });

describe('a job', () => {
  it('that goes on failing is tried with growing pauses, then shown as dead, and can be tried again by hand', {
    timeout: 90_000,
  }, async () => {
    const world = await newWorld();
    const times: number[] = [];
    let failure: Error | null = closed();
    const module = failing(
      () => times.push(Date.now()),
      () => failure,
      () => world,
    );
    await startQueue(module, 5);
    await world.run(createParty, { code: 'C1', name: 'One' });
    const newest = async () => (await world.run(listJobs, {})).items[0];
    await until(async () => (await newest())?.status === 'dead', 60_000);
    expect(await newest()).toMatchObject({ kind: partyCreated.name, error: 'the post office is closed' });
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(pauses).toHaveLength(5);
    for (const [index, pause] of pauses.entries()) expect(pause).toBeGreaterThanOrEqual(450 * 2 ** index);

    failure = null;
    const dead = await newest();
    await world.run(retryJob, { id: dead?.id }, { key: 'again' });
    await until(async () => (await newest())?.status === 'succeeded', 30_000);
    await expect(world.run(retryJob, { id: dead?.id })).rejects.toMatchObject({ code: 'platform.job_not_dead' });

    // Seven runs, one effect: the receipt committed with it.
    expect(times).toHaveLength(7);
    const effects = await asAdministrator("select 1 from audit_events where tenant_id = $1 and action = 'trial.greeting.send'", [
      world.tenantId,
    ]);
    expect(effects).toHaveLength(1);
  });

  it('that meets an outage of the database is put off as often as need be, and has not failed', { timeout: 60_000 }, async () => {
    const world = await newWorld();
    let runs = 0;
    const module = failing(
      () => runs++,
      // More often than a job may fail.
      () => (runs <= 7 ? away() : null),
      () => world,
    );
    await startQueue(module, 6);
    await world.run(createParty, { code: 'C1', name: 'One' });
    await until(async () => runs === 8, 40_000);
    expect((await world.run(listJobs, {})).items).toEqual([]);
  });
});
