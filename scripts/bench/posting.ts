import { type Client, clientOf, signUp } from './client.ts';
import { openFloor, type Terms } from './floor.ts';
import { type Figure, figure, inTurns, rate } from './measure.ts';
import { openStage } from './stage.ts';

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

/** Create and post an invoice of five lines with one tax over HTTP: authenticated, isolated, audited, idempotent. */
export async function posting(seconds: number): Promise<Figure[]> {
  const stage = await openStage();
  try {
    const client = clientOf(stage, await signUp(stage), clients);
    const terms = await makeTerms(client);
    const floor = await openFloor(stage.adminUrl, clients, terms);
    const invoice = () => ({
      customerId: terms.customerIds[Math.floor(Math.random() * 200)],
      date: '2026-03-04',
      lines: terms.lines(),
    });
    const one = () => client.call('POST', '/v1/issued-invoices', invoice());
    const hundred = () => client.call('POST', '/v1/issued-invoices/batch', { invoices: Array.from({ length: 100 }, invoice) });
    const slice = seconds / 12;
    await rate(clients, slice, one);
    const [single, plain] = await inTurns(
      3,
      () => rate(clients, slice, one),
      () => rate(clients, slice, floor.post),
    );
    const [bulk, single2] = await inTurns(
      2,
      async () => 100 * (await rate(2, slice, hundred)),
      () => rate(clients, slice, floor.post),
    );
    await floor.close();
    client.close();
    return [figure('posting', clients, '1/s', single, plain), figure('posting.bulk', 2, '1/s', bulk, single2)];
  } finally {
    await stage.close();
  }
}
