import { maskableFields, type Route } from '@atlas/contract';
import { modules } from '@atlas/modules';
import type * as parties from '@atlas/parties/contract';
import type * as sales from '@atlas/sales/contract';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { someoneWith } from '../actors.ts';
import { createParty, operationNamed } from '../operations.ts';
import { invoiceOf, newShop } from '../shop.ts';

const updateParty = operationNamed<typeof parties.updateParty>('parties.party.update');
const listParties = operationNamed<typeof parties.listParties>('parties.party.list');
const getParty = operationNamed<typeof parties.getParty>('parties.party.get');
const createInvoice = operationNamed<typeof sales.createInvoice>('sales.invoice.create');
const updateInvoice = operationNamed<typeof sales.updateInvoice>('sales.invoice.update');
const getInvoice = operationNamed<typeof sales.getInvoice>('sales.invoice.get');

type Json = { readonly [key: string]: unknown };

/** The JSON schemas that a pointer may lead to, through references, lists and alternatives. */
function schemasAt(root: Json, schema: Json, steps: readonly string[]): Json[] {
  const { $ref, anyOf } = schema;
  if (typeof $ref === 'string') return schemasAt(root, (root.$defs as Json)[$ref.split('/').at(-1) ?? ''] as Json, steps);
  const [step, ...rest] = steps;
  if (step === undefined) return [schema];
  if (Array.isArray(anyOf)) return anyOf.flatMap((each: Json) => schemasAt(root, each, steps));
  const next = step === '*' ? schema.items : (schema.properties as Json | undefined)?.[step];
  return next === undefined ? [] : schemasAt(root, next as Json, rest);
}

const takesNull = ({ type, anyOf }: Json): boolean =>
  [type].flat().includes('null') || (Array.isArray(anyOf) && anyOf.some((each: Json) => takesNull(each)));

function leadsToNull(route: Route, pointer: string): boolean {
  const steps = pointer.split('/').slice(1);
  const output = z.toJSONSchema(route.output, { io: 'output', unrepresentable: 'any' }) as Json;
  const input = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }) as Json;
  const found = [...schemasAt(output, output, steps), ...schemasAt(input, input, steps)];
  return found.length > 0 && found.every(takesNull);
}

const routes = modules.flatMap(({ operations }) => operations.map(({ route }) => route as Route));
const pointers = routes.flatMap((route) => (route.maskable ?? []).map((pointer) => [route.name, pointer, route] as const));

describe('what can be hidden', () => {
  it.each(pointers)('of %s at %s is there and may be null', (_name, pointer, route) => {
    expect(leadsToNull(route, pointer)).toBe(true);
  });

  it('is one and the same by its name in all routes of a module', () => {
    const fields = (module: string) => [
      ...new Set(routes.filter(({ name }) => name.startsWith(`${module}.`)).flatMap((route) => maskableFields(route))),
    ];
    expect(fields('parties').sort()).toEqual(['email', 'note', 'phone', 'taxNumber']);
    expect(fields('sales')).toEqual(['note']);
    expect(fields('purchasing')).toEqual(['note']);
  });
});

describe('someone from whom a field is hidden', () => {
  const contacts = [{ name: 'Ada', email: 'ada@example.com', phone: '1' }];
  const hiding = (userId: string, ...hides: string[]) => ({
    actor: someoneWith(userId, { permission: '*', scope: 'all', hides }),
  });

  it('sees the rest, in a record and in a list', async () => {
    const shop = await newShop();
    const made = await shop.run(createParty, { code: 'A', name: 'A', email: 'a@example.com', phone: '2', note: 'n', contacts });
    const blind = hiding(shop.userId, 'email');
    expect(await shop.run(getParty, { id: made.id }, blind)).toEqual({
      ...made,
      email: null,
      contacts: [{ ...contacts[0], title: null, email: null }],
    });
    const { items } = await shop.run(listParties, { q: 'A' }, blind);
    expect(items.find(({ id }) => id === made.id)).toMatchObject({ email: null, phone: '2' });
  });

  it('does not replace a list whose items they see in part only, and creates without the field', async () => {
    const shop = await newShop();
    const { id } = await shop.run(createParty, { code: 'A', name: 'A', contacts });
    const blind = hiding(shop.userId, 'email');
    const refusal = (pointer: string) => ({ code: 'forbidden_field', details: { errors: [{ pointer }] } });
    const edit = (input: object) => shop.run(updateParty, { id, version: 1, ...input }, blind);
    await expect(edit({ contacts: [{ name: 'Ada', phone: '1' }] })).rejects.toMatchObject(refusal('/contacts'));
    await expect(edit({ contacts: [] })).rejects.toMatchObject(refusal('/contacts'));
    await expect(edit({ email: null })).rejects.toMatchObject(refusal('/email'));
    await expect(shop.run(createParty, { code: 'B', name: 'B', contacts }, blind)).rejects.toMatchObject(
      refusal('/contacts/0/email'),
    );
    await edit({ name: 'Renamed' });
    expect(await shop.run(getParty, { id })).toMatchObject({ name: 'Renamed', contacts });
    await shop.run(createParty, { code: 'B', name: 'B', email: null, contacts: [{ name: 'Bea' }] }, blind);
  });

  it('replaces a draft and leaves what is hidden in it', async () => {
    const shop = await newShop();
    const { id } = await shop.run(createInvoice, { ...invoiceOf(shop, '1'), note: 'agreed by phone' });
    const answer = await shop.run(updateInvoice, { ...invoiceOf(shop, '2'), id, version: 1 }, hiding(shop.userId, 'note'));
    expect(answer).toMatchObject({ note: null, net: { amount: '200.00' } });
    expect((await shop.run(getInvoice, { id })).note).toBe('agreed by phone');
  });

  it('sees it as soon as one role shows it', async () => {
    const shop = await newShop();
    const { id } = await shop.run(createParty, { code: 'A', name: 'A', email: 'a@example.com', note: 'n' });
    const both = someoneWith(
      shop.userId,
      { permission: 'parties.*', scope: 'all', hides: ['email', 'note'] },
      { permission: 'parties.party.get', scope: 'own', hides: ['note'] },
    );
    expect(await shop.run(getParty, { id }, { actor: both })).toMatchObject({ email: 'a@example.com', note: null });
  });
});
