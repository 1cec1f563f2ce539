import { addDays, businessDate, uuidv7 } from '@atlas/kernel';
import type * as payments from '@atlas/payments/contract';
import { ringWakeUps } from '@atlas/platform/queue';
import pg from 'pg';
import { expect, it } from 'vitest';
import { asAdministrator, testDatabase } from './database.ts';
import { doBackgroundWork } from './deliver.ts';
import { getSettings, owed, refused, remindersOf, saveSettings, withFees } from './dunning.ts';
import { violations } from './invariants.ts';
import { workThroughKills } from './killed-connections.ts';
import { createParty, operationNamed } from './operations.ts';
import { newShop, type Shop } from './shop.ts';

const listRuns = operationNamed<typeof payments.listDunningRuns>('payments.dunning_run.list');
const discard = operationNamed<typeof payments.discardDunningRun>('payments.dunning_run.discard');

const today = businessDate(new Date().toISOString().slice(0, 10));
const weekday = ((new Date().getUTCDay() + 6) % 7) + 1;
const weekly = { every: 'week', day: weekday, minimumLevel: 1, sends: false };

async function schedule(shop: Shop, change: object = {}) {
  const { levels } = await shop.run(getSettings, {});
  // Jobs know the day from the real clock.
  const at = new Date().toISOString();
  return (await shop.run(saveSettings, { levels, schedule: { ...weekly, ...change } }, { at })).schedule;
}

/** The relay's part: wake-ups whose day has come become messages. */
async function ring(): Promise<void> {
  const pool = new pg.Pool({ connectionString: (await testDatabase()).urls.relay, max: 1 });
  try {
    await ringWakeUps(pool);
  } finally {
    await pool.end();
  }
}

async function workOff(shop: Shop): Promise<void> {
  await ring();
  await doBackgroundWork(shop);
}

/** A week later, in the eyes of the schedule. */
async function weekLater(shop: Shop): Promise<void> {
  await asAdministrator('update dunning_schedules set next_on = current_date where tenant_id = $1', [shop.tenantId]);
  await asAdministrator('update wake_ups set due_on = current_date where tenant_id = $1', [shop.tenantId]);
}

const wakeUpOf = (shop: Shop) =>
  asAdministrator<{ day: string }>(
    `select due_on::text as day from wake_ups where tenant_id = $1 and name = 'payments.dunning_run.was_due'`,
    [shop.tenantId],
  );
const runsOf = async (shop: Shop) => (await shop.run(listRuns, { limit: 50 })).items;
const trail = async (subjectId: string | undefined) =>
  (
    await asAdministrator<{ action: string }>('select action from audit_events where subject_id = $1 order by id', [subjectId])
  ).map(({ action }) => action);

it('proposes a run on its day and comes again a week later; nothing is written to anybody', async () => {
  const shop = await newShop();
  await owed(shop);
  expect(await shop.run(getSettings, {})).toMatchObject({ schedule: { every: 'off', nextOn: null } });
  expect(await schedule(shop)).toEqual({ ...weekly, nextOn: today, failure: null });
  await workOff(shop);
  const [run] = await runsOf(shop);
  expect(run).toMatchObject({ asOf: today, status: 'proposed', customerCount: 1 });
  expect(await trail(run?.id)).toEqual(['payments.dunning_run.propose_due']);
  expect(await remindersOf(shop)).toEqual([]);
  const next = addDays(today, 7);
  expect((await shop.run(getSettings, {})).schedule).toMatchObject({ nextOn: next, failure: null });
  expect(await wakeUpOf(shop)).toEqual([{ day: next }]);
  // Saved again it does not come twice, and levels alone leave it as it is.
  expect(await schedule(shop, { minimumLevel: 2 })).toMatchObject({ nextOn: next, minimumLevel: 2 });
  const { levels } = await shop.run(getSettings, {});
  expect((await shop.run(saveSettings, { levels })).schedule).toMatchObject({ every: 'week', nextOn: next });
  await workOff(shop);
  expect(await runsOf(shop)).toHaveLength(1);
});

it('waits, and says so, while a run is undecided', async () => {
  const shop = await newShop();
  await owed(shop);
  await schedule(shop);
  await workOff(shop);
  await weekLater(shop);
  await workOff(shop);
  const [run] = await runsOf(shop);
  expect(await runsOf(shop)).toHaveLength(1);
  expect((await shop.run(getSettings, {})).schedule).toMatchObject({
    nextOn: today,
    failure: 'An earlier run is still to be decided or under way.',
  });
  expect(await wakeUpOf(shop)).toEqual([{ day: addDays(today, 1) }]);
  await shop.run(discard, { id: run?.id, version: run?.version });
  await weekLater(shop);
  await workOff(shop);
  expect((await runsOf(shop)).map(({ status }) => status)).toEqual(['proposed', 'discarded']);
  expect((await shop.run(getSettings, {})).schedule).toMatchObject({ nextOn: addDays(today, 7), failure: null });
});

it('sends at once where that is wanted, to those who reach the level, and to nobody when it is off', async () => {
  const shop = await newShop();
  await withFees(shop);
  await owed(shop);
  const late = await shop.run(createParty, { code: 'C2', name: 'Customer Two' });
  await owed(shop, addDays(today, -40), late.id);
  await schedule(shop, { sends: true, minimumLevel: 3 });
  await workOff(shop);
  await doBackgroundWork(shop);
  const [run] = await runsOf(shop);
  // Customer Two is ten days late: the first level only.
  expect(run).toMatchObject({ status: 'completed', customerCount: 1, reminderCount: 1 });
  expect(await remindersOf(shop)).toMatchObject([{ level: 3, fee: { amount: '10.00' } }]);
  expect(await trail(run?.id)).toEqual(['payments.dunning_run.propose_due', 'payments.dunning_run.carry_out']);
  expect(await schedule(shop, { every: 'off' })).toMatchObject({ nextOn: null });
  await asAdministrator('update wake_ups set due_on = current_date where tenant_id = $1', [shop.tenantId]);
  await workOff(shop);
  expect(await runsOf(shop)).toHaveLength(1);
  expect(await wakeUpOf(shop)).toEqual([]);
  expect(await violations()).toEqual({});
});

it('makes one run when workers and relays run into each other', async () => {
  const shop = await newShop();
  await owed(shop);
  await schedule(shop, { sends: true });
  await Promise.all([ring(), ring(), ring()]);
  // A message that was lost is published again: here there are three, for three workers at once.
  await asAdministrator(
    `insert into outbox_messages (tenant_id, id, name, payload, request_id)
     select $1, id, 'payments.dunning_run.was_due', '{}', 'again' from unnest($2::uuid[]) as id`,
    [shop.tenantId, [uuidv7(), uuidv7()]],
  );
  await Promise.all([1, 2, 3].map(() => doBackgroundWork(shop, 1).catch(() => undefined)));
  await doBackgroundWork(shop);
  expect(await runsOf(shop)).toMatchObject([{ status: 'completed', reminderCount: 1 }]);
  expect(await remindersOf(shop)).toHaveLength(1);
});

it('goes on where its worker was killed, again and again: one run, and each customer reminded once', async () => {
  const shop = await newShop();
  for (let index = 0; index < 8; index++) {
    const { id } = await shop.run(createParty, { code: `K${index}`, name: `Killed ${index}` });
    await owed(shop, '2026-03-01', id);
  }
  await schedule(shop, { sends: true });
  await ring();
  expect(await workThroughKills(shop)).toBeGreaterThan(0);
  expect(await runsOf(shop)).toMatchObject([{ error: null, status: 'completed', reminderCount: 8 }]);
  const files = await asAdministrator<{ count: string }>(
    `select count(*) from attachments where tenant_id = $1 and source_kind = 'reminder'`,
    [shop.tenantId],
  );
  expect(files).toEqual([{ count: '8' }]);
  expect(await violations()).toEqual({});
});

it('is refused for a day that no week has, and for a level that there is not', async () => {
  const shop = await newShop();
  await expect(schedule(shop, { day: 8 })).rejects.toThrow(refused('validation_failed'));
  await expect(schedule(shop, { every: 'month', day: 32 })).rejects.toThrow(refused('validation_failed'));
  await expect(schedule(shop, { minimumLevel: 4 })).rejects.toMatchObject({
    code: 'payments.invalid_dunning_levels',
    details: { errors: [{ pointer: '/schedule/minimumLevel' }] },
  });
});
