import { allowing, asAdministrator, newWorld } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createParty } from './create-party.ts';
import { getParty } from './get-party.ts';
import { listParties } from './list-parties.ts';
import { updateParty } from './update-party.ts';

const alfreds = {
  code: 'ALFKI',
  name: 'Alfreds Futterkiste',
  addresses: [{ kind: 'billing', street: 'Obere Str. 57', city: 'Berlin', country: 'Germany' }],
  contacts: [{ name: 'Maria Anders', title: 'Sales Representative' }],
};

describe('parties', () => {
  it('come back as they were created', async () => {
    const world = await newWorld();
    const created = await world.run(createParty, alfreds);
    expect(await world.run(getParty, { id: created.id })).toEqual(created);
    expect(created).toMatchObject({
      code: 'ALFKI',
      isCustomer: true,
      paymentTermDays: 30,
      version: 1,
      addresses: [{ city: 'Berlin' }],
    });
  });

  it('of another tenant do not exist, whoever asks', async () => {
    const [mine, theirs] = [await newWorld(), await newWorld()];
    const { id } = await mine.run(createParty, alfreds);
    await expect(theirs.run(getParty, { id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(theirs.run(updateParty, { id, version: 1, name: 'Stolen' })).rejects.toMatchObject({ code: 'not_found' });
    expect((await theirs.run(listParties, {})).items).toEqual([]);
    expect((await mine.run(getParty, { id })).name).toBe('Alfreds Futterkiste');
  });

  it('are refused with one code twice, and nothing is half done', async () => {
    const world = await newWorld();
    await world.run(createParty, alfreds);
    await expect(world.run(createParty, { ...alfreds, name: 'Again' })).rejects.toMatchObject({ code: 'duplicate' });
    expect((await world.run(listParties, {})).items).toHaveLength(1);
  });

  it('are changed by version: the second edit of one version is refused', async () => {
    const world = await newWorld();
    const { id } = await world.run(createParty, alfreds);
    const edits = await Promise.allSettled(
      [1, 2].map((index) => world.run(updateParty, { id, version: 1, name: `Edit ${index}` })),
    );
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(edits.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'version_conflict' } });
  });

  it('page by keyset through equal names without loss or repetition', async () => {
    const world = await newWorld();
    for (let index = 0; index < 7; index++)
      await world.run(createParty, { code: `C${index}`, name: index < 5 ? 'Same' : 'Other' });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.run(listParties, { limit: 2, sort: '-name', ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    await expect(world.run(listParties, { cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  it('need the permission of the operation and leave an audit row', async () => {
    const world = await newWorld();
    await expect(world.run(createParty, alfreds, { actor: allowing('parties.party.list') })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { id } = await world.run(createParty, alfreds);
    const events = await asAdministrator('select action, subject_id, actor_id from audit_events where tenant_id = $1', [
      world.tenantId,
    ]);
    expect(events).toEqual([{ action: 'parties.party.create', subject_id: id, actor_id: world.userId }]);
  });

  it('replay under one idempotency key, refuse it for another body, and survive concurrent duplicates', async () => {
    const world = await newWorld();
    const answers = await Promise.all([1, 2, 3, 4].map(() => world.run(createParty, alfreds, { key: 'k1' })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await world.run(listParties, {})).items).toHaveLength(1);
    await expect(world.run(createParty, { ...alfreds, code: 'X' }, { key: 'k1' })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });
});
