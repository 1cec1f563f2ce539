import type { OwnedTable } from '@atlas/contract';
import { AtlasError, uuidv7 } from '@atlas/kernel';
import type { Actor, Callable } from '@atlas/platform';
import { expect } from 'vitest';
import { someoneWith } from '../actors.ts';
import { asAdministrator } from '../database.ts';
import { newMember } from '../members.ts';
import type { World } from '../world.ts';
import { uuids } from './contents.ts';
import { placesOf, replacedAt } from './inputs.ts';
import { type Input, type Law, prepared } from './scenario.ts';

type Owned = { readonly id: string; readonly row: string };

/** All rows of a world's tables that are not somebody's, with their parts. */
async function othersRows({ tenantId }: World, tables: readonly OwnedTable[], userId: string): Promise<Owned[]> {
  const parts = { parties: ['addresses', 'contacts'], invoices: ['invoice_lines'], bills: ['bill_lines'] } as const;
  const key = { parties: 'party_id', invoices: 'invoice_id', bills: 'bill_id' } as const;
  const of = (table: OwnedTable): string => {
    const beneath = parts[table].map(
      (part) =>
        `(select json_agg(p order by p::text) from ${part} as p where p.tenant_id = t.tenant_id and p.${key[table]} = t.id)`,
    );
    return `select id, concat(t::text, ${beneath.join(', ')}) as row from ${table} as t where tenant_id = $1 and owner_id is distinct from $2`;
  };
  return asAdministrator<Owned>(`${tables.map(of).join(' union all ')} order by id`, [tenantId, userId]);
}

/** What came of it: an answer, or the code of a refusal. */
async function outcomeOf(
  operation: Callable,
  world: World,
  input: Input,
  actor: Actor,
): Promise<{ answer: string; code: string | null }> {
  try {
    return { answer: JSON.stringify(await world.run(operation, input, { actor })), code: null };
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    return { answer: '', code: error.code };
  }
}

/** The input as it is, and with the actor for the owner that it names. */
function variants(input: Input, me: string): Input[] {
  const places = [...placesOf(input, 'ownerId'), ...placesOf(input, 'invoices.*.ownerId')];
  return [input, places.reduce((mine, place) => replacedAt(mine, place, me) as Input, input)];
}

/** Whoever is held to their own records meets those of others as if they did not exist. */
export const reachesOwnOnly: Law = {
  title: "held to one's own records, shows none of anybody else's and changes none",
  appliesTo: ({ route }) => (route.scoped ?? []).length > 0,
  hold: async (subject) => {
    const { operation } = subject;
    const { name, scoped = [] } = operation.route;
    const { world, input } = await prepared(subject);
    const me = await newMember(world);
    const actor = someoneWith(me, { permission: name, scope: 'own' });
    const before = await othersRows(world, scoped, me);
    expect(before, 'there is something of others').not.toEqual([]);
    const foreign = new Set(before.map(({ id }) => id));
    for (const attempt of variants(input, me)) {
      const { answer, code } = await outcomeOf(operation, world, attempt, actor);
      expect((answer.match(uuids) ?? []).filter((id) => foreign.has(id))).toEqual([]);
      expect(await othersRows(world, scoped, me)).toEqual(before);
      if (typeof attempt.id !== 'string') continue;
      const unknown = await outcomeOf(operation, world, { ...attempt, id: uuidv7() }, actor);
      expect(code, 'a record of others is as one that does not exist').toBe(unknown.code);
    }
    // The same person reaches it by a wide grant: there was something to keep from them. What they made themselves is there.
    const wide = await outcomeOf(operation, world, input, someoneWith(me, name));
    expect([null, 'duplicate']).toContain(wide.code);
  },
};
