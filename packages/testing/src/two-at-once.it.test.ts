import type * as parties from '@atlas/parties/contract';
import { describe, expect, it } from 'vitest';
import { createParty, operationNamed } from './operations.ts';
import { newWorld } from './world.ts';

const getParty = operationNamed<typeof parties.getParty>('parties.party.get');

describe('two tenants at the same instant', () => {
  it('each read their own record, never one statement for both', async () => {
    const worlds = await Promise.all([1, 2, 3, 4, 5].map(() => newWorld()));
    const created = await Promise.all(
      worlds.map((world, index) => world.run(createParty, { code: 'C', name: `Tenant ${index}` })),
    );
    const read = await Promise.all(worlds.map((world, index) => world.run(getParty, { id: created[index]?.id })));
    expect(read.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4].map((index) => `Tenant ${index}`));
  });
});
