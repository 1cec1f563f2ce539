import { modules } from '@atlas/modules';
import type { Callable } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Api, type Person, startApi } from '../api/index.ts';
import { appoint } from '../house.ts';
import { redisDatabase } from './stand.ts';

const nobody = '019a0000-0000-7000-8000-000000000000';

const payloads = [
  "'",
  "' or '1'='1",
  "'; select pg_sleep(5); --",
  "x'); drop table parties; --",
  'name desc, (select version())',
  '-name; truncate parties',
  '$1',
  '%',
  '\\',
  '\u0000',
  '__proto__',
  'constructor',
  '{"$ne":null}',
  '😀'.repeat(50),
];

let api: Api;
let owner: Person;

beforeAll(async () => {
  api = await startApi(redisDatabase);
  owner = await api.person('Injected Ltd');
  // Also lists of the house are asked.
  await appoint(owner.email);
  await owner.send('POST', '/v1/company', { body: { name: 'Injected', baseCurrency: 'EUR', booksStartOn: '2025-01-01' } });
  await owner.send('POST', '/v1/parties', { body: { code: 'ALFKI', name: 'Alfreds Futterkiste' } });
});
afterAll(() => api.close());

type Field = { readonly name: string; readonly path: string; readonly field: string; readonly isChoice: boolean };

const isText = (schema: unknown): boolean => {
  const { type, anyOf } = z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' });
  return type === 'string' || (anyOf ?? []).some((each) => typeof each === 'object' && each.type === 'string');
};

const isChoice = (schema: unknown): boolean =>
  z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' }).enum !== undefined;

/** Every text that a list takes in its query. */
const fields: Field[] = modules
  .flatMap(({ operations }) => operations as readonly Callable[])
  .filter(({ route }) => route.method === 'GET')
  .flatMap(({ route }) =>
    Object.entries(route.input.shape)
      .filter(([field, schema]) => isText(schema) && !route.path.includes(`{${field}}`))
      .map(([field, schema]) => {
        const path = `/v1${route.path.replaceAll(/\{\w+\}/g, nobody)}`;
        return { name: route.name, path, field, isChoice: isChoice(schema) };
      }),
  );

describe('what a list is asked for is a value and never a statement', () => {
  it('has something to try', () => {
    expect(fields.length).toBeGreaterThan(10);
    expect(fields.filter(({ field }) => field === 'sort').length).toBeGreaterThan(1);
  });

  it.each(fields)('$name by $field', async ({ path, field, isChoice: choice }) => {
    for (const payload of payloads) {
      const { status, text } = await owner.send('GET', `${path}?${new URLSearchParams({ [field]: payload })}`);
      expect([200, 404, 422], `${payload}: ${text}`).toContain(status);
      if (choice) expect(status, payload).toBe(422);
      expect(text).not.toMatch(/PostgreSQL \d|syntax error|pg_/i);
    }
  });

  it('finds nothing that is not there, and takes nothing away', async () => {
    for (const payload of payloads.filter((each) => each !== '\u0000')) {
      const { body } = await owner.send('GET', `/v1/parties?${new URLSearchParams({ q: payload })}`);
      expect(body.items ?? [], payload).toEqual([]);
    }
    expect((await owner.send('GET', '/v1/parties')).body.items).toMatchObject([{ code: 'ALFKI' }]);
  });

  it('cannot be given as a list or an object', async () => {
    for (const query of ['sort[]=name', 'sort[$gt]=', 'sort=name&sort=code', 'q[]=a', '__proto__[sort]=x']) {
      const { status } = await owner.send('GET', `/v1/parties?${query}`);
      expect([200, 422], query).toContain(status);
    }
  });
});
