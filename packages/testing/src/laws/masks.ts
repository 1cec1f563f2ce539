import { maskableFields, type Route } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import type { Actor } from '@atlas/platform';
import { expect } from 'vitest';
import { someoneWith } from '../actors.ts';
import { asAdministrator } from '../database.ts';
import type { World } from '../world.ts';
import { type Input, type Law, prepared } from './scenario.ts';

const hasMasks = ({ route }: { readonly route: Route }): boolean => maskableFields(route).length > 0;

/** The values that a pointer leads to, `*` to each item. */
function valuesAt(answer: unknown, pointer: string): unknown[] {
  let values: unknown[] = [answer];
  for (const step of pointer.split('/').slice(1))
    values = values.flatMap((value) =>
      step === '*' ? (value as unknown[]) : ((value as Record<string, unknown> | null)?.[step] ?? []),
    );
  return values;
}

/** Fills everything that can be hidden, so that there is something to hide. */
async function fill({ tenantId }: World): Promise<void> {
  await asAdministrator(
    `update parties set email = 'secret@example.com', phone = 'secret', tax_number = 'secret', note = 'secret' where tenant_id = $1`,
    [tenantId],
  );
  await asAdministrator(
    `insert into contacts (tenant_id, id, party_id, name, email, phone)
     select tenant_id, gen_random_uuid(), id, 'Ada', 'secret@example.com', 'secret' from parties where tenant_id = $1`,
    [tenantId],
  );
  await asAdministrator(`update invoices set note = 'secret' where tenant_id = $1`, [tenantId]);
}

/** Everything of a tenant that can be hidden. */
const secretsOf = ({ tenantId }: World): Promise<unknown> =>
  asAdministrator(
    `select id::text, concat_ws('|', email, phone, tax_number, note) as kept from parties where tenant_id = $1
     union all select id::text, concat_ws('|', email, phone) from contacts where tenant_id = $1
     union all select id::text, note from invoices where tenant_id = $1 and note = 'secret' order by 1`,
    [tenantId],
  );

const blind = (world: World, { name, ...route }: Route): Actor =>
  someoneWith(world.userId, { permission: name, scope: 'all', hides: maskableFields(route) });

/** An input without what is hidden from its author, which would be refused. */
function open(input: Input, fields: readonly string[]): Input {
  const item = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(item)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (fields.includes(key) ? [] : [[key, item(each)]])))
        : value;
  return item(input) as Input;
}

/** What every grant hides nobody is shown, by HTTP, in a job or in an answer that is given again. */
export const hidesWhatIsMasked: Law = {
  title: 'answers null for what is hidden, as the contract allows, also for a repeated key',
  appliesTo: hasMasks,
  hold: async (subject) => {
    const { operation } = subject;
    const { route } = operation;
    const { world, input: whole } = await prepared(subject);
    await fill(world);
    const input = open(whole, maskableFields(route));
    const key = operation.kind === 'command' && route.method === 'POST' ? uuidv7() : undefined;
    const actor = blind(world, route);
    const shown = await world.run(operation, input, key === undefined ? {} : { key });
    const asked = world.ctx({ actor, ...(key === undefined ? {} : { key }) });
    if (operation.kind === 'command' && key === undefined) return;
    const hidden = await operation(asked, input);
    const unchecked = await operation.unchecked?.(asked, input);
    for (const pointer of route.maskable ?? []) {
      const there = valuesAt(shown, pointer);
      const values = valuesAt(hidden, pointer);
      expect(
        values.filter((value) => value !== null),
        pointer,
      ).toEqual([]);
      if (operation.kind === 'query') expect(there, `${pointer} is there for others`).not.toEqual([]);
      if (unchecked !== undefined) expect(valuesAt(unchecked, pointer).filter((value) => value !== null)).toEqual([]);
    }
    expect(JSON.stringify(hidden)).not.toContain('secret');
    expect(route.output.parse(hidden)).toEqual(hidden);
  },
};

/** What someone does not see they do not write, and what they write leaves it as it is. */
export const keepsWhatIsMasked: Law = {
  title: 'refuses an input that names what is hidden, and otherwise leaves it as it is',
  appliesTo: (operation) => hasMasks(operation) && operation.kind === 'command',
  hold: async (subject) => {
    const { operation } = subject;
    const { route } = operation;
    const { world, input: whole } = await prepared(subject);
    await fill(world);
    const fields = maskableFields(route);
    const input = open(whole, fields);
    const actor = blind(world, route);
    const before = await secretsOf(world);
    for (const field of fields.filter((each) => each in route.input.shape)) {
      const refused = world.run(operation, { ...input, [field]: 'mine@example.com' }, { actor });
      await expect(refused, field).rejects.toMatchObject({
        code: 'forbidden_field',
        details: { errors: [{ pointer: `/${field}` }] },
      });
    }
    expect(await secretsOf(world)).toEqual(before);
    const answer = JSON.stringify(await world.run(operation, input, { actor }));
    expect(answer).not.toContain('secret');
    const kept = (await secretsOf(world)) as { id: string }[];
    const known = new Set((before as { id: string }[]).map(({ id }) => id));
    const old = kept.filter(({ id }) => known.has(id));
    expect(old).toEqual((before as { id: string }[]).filter(({ id }) => old.some((each) => each.id === id)));
  },
};
