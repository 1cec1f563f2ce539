import { openSite } from '@atlas/testing/lambda';
import { openLooker, type Verdict } from '@atlas/testing/lighthouse';
import { environmentOn } from '@atlas/testing/services';
import { run } from '../run.ts';
import { clientOf, signUp } from './client.ts';
import { type Figure, figure, median } from './measure.ts';
import { groundOf, using } from './stage.ts';
import { openStores } from './stores.ts';

/** What Lighthouse has to say of a page. */
const wanted = { performance: 95, accessibility: 100, bestPractices: 100 } as const;
const turns = 3;

function figuresOf(page: string, verdicts: readonly Verdict[]): Figure[] {
  for (const line of new Set(verdicts.flatMap(({ lacking }) => lacking))) process.stderr.write(`${page}: ${line}\n`);
  return (['performance', 'accessibility', 'bestPractices'] as const).map((name) =>
    figure(`lighthouse.${page}.${name}`, 1, 'points', median(verdicts.map((verdict) => verdict[name])), wanted[name]),
  );
}

/** Two years of trade, so that the dashboard has something to show. */
async function trade(url: string, origin: string, cookie: string): Promise<void> {
  const client = clientOf({ api: url, origin }, cookie, 1);
  const make = (path: string, body: unknown) => client.call<{ id: string }>('POST', path, body);
  const tax = await make('/v1/tax-codes', { code: 'S20', name: 'Standard', rate: '0.2' });
  const product = await make('/v1/products', { code: 'P', name: 'Product', salesPrice: '10', taxCodeId: tax.id });
  const customers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => make('/v1/parties', { code: `C${index}`, name: `Customer ${index}` })),
  );
  const invoices = Array.from({ length: 96 }, (_, index) => ({
    customerId: customers[index % customers.length]?.id,
    date: `${2025 + Math.floor((index % 24) / 12)}-${String(1 + (index % 12)).padStart(2, '0')}-04`,
    lines: [{ productId: product.id, quantity: String(1 + ((index * 7) % 23)), unitPrice: '190.00' }],
  }));
  await client.call('POST', '/v1/issued-invoices/batch', { invoices });
  client.close();
}

/** What Lighthouse says of the built site: of the first page that everybody sees, and of the dashboard of somebody signed in. */
export const lighthouse = (): Promise<Figure[]> =>
  using(openStores, async (stores) => {
    for (const script of ['bundle.ts', 'site.ts'])
      if ((await run('node', [`scripts/${script}`])) !== 0) throw new Error(`${script} could not build`);
    const environment = environmentOn(groundOf(stores, stores.database));
    return using(
      () => openSite({ apiPort: 0, sitePort: 0, environment, besides: {} }),
      ({ url }) =>
        using(openLooker, async ({ look }) => {
          const cookie = await signUp({ api: url, origin: environment.PUBLIC_URL });
          await trade(url, environment.PUBLIC_URL, cookie);
          const figures: Figure[] = [];
          for (const [page, path, who] of [
            ['sign-in', '/sign-in', ''],
            ['dashboard', '/', cookie],
          ] as const) {
            const verdicts: Verdict[] = [];
            for (let turn = 0; turn < turns; turn++) verdicts.push(await look(`${url}${path}`, who));
            figures.push(...figuresOf(page, verdicts));
          }
          return figures;
        }),
    );
  });
