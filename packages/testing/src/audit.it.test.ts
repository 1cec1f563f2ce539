import type { audit } from '@atlas/contract';
import { platform, runUpkeep } from '@atlas/platform';
import { describe, expect, it } from 'vitest';
import { asAdministrator, testDatabase } from './database.ts';
import { createParty, operationNamed } from './operations.ts';
import { newWorld, testStorage, type World } from './world.ts';

const verifyAudit = operationNamed<typeof audit.verifyAudit>('platform.audit.verify');

/** Only what is older than every running transaction is sealed, and elsewhere other tests run theirs. */
async function untilSealable({ tenantId }: World): Promise<void> {
  const isOlder = async () => {
    const [row] = await asAdministrator<{ older: boolean }>(
      'select bool_and(xact < pg_snapshot_xmin(pg_current_snapshot())) as older from audit_events where tenant_id = $1',
      [tenantId],
    );
    return row?.older;
  };
  await expect.poll(isOlder, { timeout: 20_000 }).toBe(true);
}

async function worldWithHistory(): Promise<World> {
  const world = await newWorld();
  await Promise.all(
    Array.from({ length: 12 }, (_, index) => world.run(createParty, { code: `C${index}`, name: `Customer ${index}` })),
  );
  await untilSealable(world);
  return world;
}

describe('the audit chain', () => {
  it('seals every event of a tenant, in an order that verification repeats', async () => {
    const world = await worldWithHistory();
    expect(await world.run(verifyAudit, {})).toEqual({ intact: true, eventCount: 12, brokenAt: null });
    await untilSealable(world);
    expect(await world.run(verifyAudit, {})).toEqual({ intact: true, eventCount: 13, brokenAt: null });
  });

  it('is sealed by upkeep, several sealers at once make one chain', async () => {
    const world = await worldWithHistory();
    const { db } = await testDatabase();
    await Promise.all([1, 2, 3].map(() => runUpkeep({ db, storage: testStorage() }, [platform], world.tenantId)));
    const seals = await asAdministrator<{ count: string; last: string }>(
      'select count(*), max(sequence) as last from audit_seals where tenant_id = $1',
      [world.tenantId],
    );
    expect(seals[0]?.count).toBe(seals[0]?.last);
    expect((await world.run(verifyAudit, {})).intact).toBe(true);
  });

  it('seals a transaction whole that has more events than a batch', async () => {
    const world = await newWorld();
    await asAdministrator(
      `insert into audit_events (tenant_id, id, occurred_at, actor_kind, action, request_id)
       select $1, gen_random_uuid(), now(), 'system', 'test.crowd.make', 'test' from generate_series(1, 4500)`,
      [world.tenantId],
    );
    await untilSealable(world);
    expect(await world.run(verifyAudit, {})).toEqual({ intact: true, eventCount: 4500, brokenAt: null });
  });

  it('is in the order of transactions by number, also where they get another digit', async () => {
    const world = await newWorld();
    const events = await asAdministrator<{ id: string }>(
      `insert into audit_events (tenant_id, id, occurred_at, actor_kind, action, request_id, xact)
       select $1, gen_random_uuid(), now(), 'system', 'test.digit.gain', 'test', xact::text::xid8 from generate_series(8, 12) as xact
       returning id`,
      [world.tenantId],
    );
    expect(await world.run(verifyAudit, {})).toMatchObject({ intact: true, eventCount: 5 });
    const sealed = await asAdministrator('select event_id as id from audit_seals where tenant_id = $1 order by sequence', [
      world.tenantId,
    ]);
    expect(sealed).toEqual(events);
  });

  it.each([
    ['changed', `update audit_events set after = '{"forged":true}' where tenant_id = $1 and id = $2`],
    ['removed', 'delete from audit_events where tenant_id = $1 and id = $2'],
  ])('breaks when an event was %s', async (_case, statement) => {
    const world = await worldWithHistory();
    await world.run(verifyAudit, {});
    const [victim] = await asAdministrator<{ event_id: string }>(
      'select event_id from audit_seals where tenant_id = $1 and sequence = 5',
      [world.tenantId],
    );
    await asAdministrator('alter table audit_events disable trigger recorded_is_recorded');
    await asAdministrator(statement, [world.tenantId, victim?.event_id]);
    await asAdministrator('alter table audit_events enable trigger recorded_is_recorded');
    expect(await world.run(verifyAudit, {})).toMatchObject({ intact: false });
  });

  it('breaks when an event was slipped in below the seal', async () => {
    const world = await worldWithHistory();
    await world.run(verifyAudit, {});
    await asAdministrator(
      `insert into audit_events (tenant_id, id, occurred_at, actor_kind, action, request_id, xact)
       select tenant_id, gen_random_uuid(), occurred_at, actor_kind, action, request_id, xact from audit_events where tenant_id = $1 limit 1`,
      [world.tenantId],
    );
    expect((await world.run(verifyAudit, {})).intact).toBe(false);
  });
});
