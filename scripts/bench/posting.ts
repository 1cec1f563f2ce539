import { type Client, clientOf, signUp } from './client.ts';
import { openFloor, type Terms } from './floor.ts';
import { type Figure, figure, inTurns, rate } from './measure.ts';
import { openStage, using } from './stage.ts';
import { times, wireFigures, wireOfCall, wireOfSql } from './wire.ts';

const clients = 4;

type Created = { id: string };

/** Two hundred customers and fifty products with one tax, made through the API. */
export async function makeTerms(client: Client): Promise<Terms & { lines(): unknown[] }> {
  const tax = await client.call<Created>('POST', '/v1/tax-codes', { code: 'S20', name: 'Standard', rate: '0.2' });
  const create = async (count: number, path: string, body: (index: number) => unknown): Promise<string[]> => {
    const ids: string[] = [];
    for (let index = 0; index < count; index++) ids.push((await client.call<Created>('POST', path, body(index))).id);
    return ids;
  };
  const customerIds = await create(200, '/v1/parties', (index) => ({ code: `C${index}`, name: `Customer ${index}` }));
  const productIds = await create(50, '/v1/products', (index) => ({
    code: `P${index}`,
    name: `Product ${index}`,
    salesPrice: '10',
    taxCodeId: tax.id,
  }));
  const accounts = await client.call<{ items: { id: string; isGroup: boolean }[] }>('GET', '/v1/accounts?limit=200');
  const years = await client.call<{ items: { periods: { id: string; startsOn: string }[] }[] }>('GET', '/v1/fiscal-years');
  const period = years.items.flatMap(({ periods }) => periods).find(({ startsOn }) => startsOn === '2026-03-01');
  const me = await client.call<{ tenantId: string }>('GET', '/v1/me');
  const pick = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;
  return {
    tenantId: me.tenantId,
    customerIds,
    productIds,
    accountIds: accounts.items.filter(({ isGroup }) => !isGroup).map(({ id }) => id),
    periodId: period?.id ?? '',
    lines: () =>
      Array.from({ length: 5 }, () => ({
        productId: pick(productIds),
        quantity: String(1 + Math.floor(Math.random() * 9)),
        unitPrice: (Math.random() * 500).toFixed(2),
      })),
  };
}

/** An invoice of five lines with one tax, as it is posted over HTTP. */
export type Poster = { one(client: Client): Promise<unknown>; hundred(client: Client): Promise<unknown> };

export function posterOf(terms: Awaited<ReturnType<typeof makeTerms>>): Poster {
  const invoice = () => ({
    customerId: terms.customerIds[Math.floor(Math.random() * 200)],
    date: '2026-03-04',
    lines: terms.lines(),
  });
  return {
    one: (client) => client.call('POST', '/v1/issued-invoices', invoice()),
    hundred: (client) => client.call('POST', '/v1/issued-invoices/batch', { invoices: Array.from({ length: 100 }, invoice) }),
  };
}

/** Create and post an invoice of five lines with one tax over HTTP: authenticated, isolated, audited, idempotent. */
export const posting = (seconds: number): Promise<Figure[]> =>
  using(openStage, async (stage) => {
    const cookie = await signUp(stage);
    const client = clientOf(stage, cookie, clients);
    const terms = await makeTerms(client);
    const poster = posterOf(terms);
    const floor = await openFloor(stage.adminUrl, clients, terms);
    const slice = seconds / 12;
    const plain = () => rate(clients, slice, floor.post);
    await rate(clients, 3 * slice, () => poster.one(client));
    const single = await inTurns(3, () => rate(clients, slice, () => poster.one(client)), plain);
    const bulk = await inTurns(2, async () => 100 * (await rate(2, slice, () => poster.hundred(client))), plain);
    const wireOfFloor = await wireOfSql(stage.adminUrl, floor.post);
    const wireOfOne = await wireOfCall(stage, cookie, poster.one);
    const wireOfHundred = await wireOfCall(stage, cookie, poster.hundred);
    await floor.close();
    client.close();
    return [
      figure('posting', clients, '1/s', ...single),
      ...wireFigures('posting', wireOfOne, wireOfFloor),
      figure('posting.bulk', 2, '1/s', ...bulk),
      ...wireFigures('posting.bulk', wireOfHundred, times(wireOfFloor, 100)),
    ];
  });
