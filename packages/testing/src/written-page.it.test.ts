import { page, pageInput, route, schemas } from '@atlas/contract';
import { currencies, moneyJson } from '@atlas/kernel';
import { instantColumn, moneyColumn, query, readWrittenPage, sql } from '@atlas/platform';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { newWorld } from './world.ts';

const amounts = [0n, 1n, -1n, 99n, -100n, 12_345n, 10n ** 14n, -(10n ** 14n)];

const item = z.object({ id: z.string(), money: schemas.money, at: schemas.instant.nullable() });
const listMoney = route({
  name: 'testing.money.list',
  method: 'GET',
  path: '/money',
  summary: 'Every amount in every currency, as PostgreSQL writes it',
  input: pageInput.extend({ limit: z.int() }),
  output: page(item),
  errors: [],
});

const readMoney = query(listMoney, (tx, { limit, cursor }) =>
  readWrittenPage<z.output<typeof item>, 'id'>(tx, {
    columns: { id: sql`m.id`, money: moneyColumn(sql`m.minor`, sql`m.currency`), at: instantColumn(sql`m.at`) },
    from: sql`
      from (
        select currency || minor as id, currency, minor, case when minor > 0 then timestamptz '2026-03-31T23:59:59.5+02' end as at, row_number() over () as n
        from unnest(${[...currencies]}::text[]) as currency cross join unnest(${amounts.map(String)}::bigint[]) as minor
      ) as m`,
    where: [],
    id: sql`m.n`,
    idType: 'integer',
    sorts: { id: { column: sql`m.id collate "C"`, type: 'text' } },
    sort: 'id',
    limit,
    cursor,
  }),
);

it('PostgreSQL writes money and instants as the kernel does, in every currency', async () => {
  const world = await newWorld();
  const { items } = await world.run(readMoney, { limit: 10_000 });
  expect(items).toHaveLength(currencies.length * amounts.length);
  const expected = currencies.flatMap((currency) =>
    amounts.map((minor) => ({
      id: `${currency}${minor}`,
      money: moneyJson(minor, currency),
      at: minor > 0n ? '2026-03-31T21:59:59.500Z' : null,
    })),
  );
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  expect(items).toEqual(expected.sort(byId));
  const first = await world.run(readMoney, { limit: 3 });
  const rest = await world.run(readMoney, { limit: 10_000, cursor: first.nextCursor });
  expect([...first.items, ...rest.items]).toEqual(items);
});
