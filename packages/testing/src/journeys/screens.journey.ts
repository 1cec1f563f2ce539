import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious, seriousIssues } from './axe.ts';
import { expectNoProblems, newPerson, type Person, signInToDemo } from './browser.ts';

const screens = [
  '/',
  '/invoices',
  '/invoices/new',
  '/customers',
  '/customers/new',
  '/suppliers',
  '/bills/receive',
  '/products',
  '/products/new',
  '/journals',
  '/accounts',
  '/bank-accounts',
  '/bank-accounts/new',
  '/dunning',
  '/dunning/new',
  '/settings/dunning',
  '/imports',
  '/imports/new',
  '/reports/trial-balance',
  '/reports/profit-and-loss',
  '/reports/balance-sheet',
  '/reports/cash-flow',
  '/reports/journal',
];

const overflowScript = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** First-load JavaScript of the dashboard may weigh this much, gzipped. */
const budgetBytes = 200_000;

describe('the screens of the demo workspace', () => {
  let person: Person;

  beforeAll(async () => {
    person = await newPerson();
    await signInToDemo(person);
  });
  afterAll(() => person.close());

  it.each(screens)('%s has nothing serious for axe, in light and in dark', async (path) => {
    const { page } = person;
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expectNothingSerious(page);
    expectNoProblems(person);
  });

  it.each(['customers', 'suppliers', 'products', 'invoices', 'bills', 'journals'])(
    'the first of the %s, and its form, have nothing serious for axe',
    async (list) => {
      const { page } = person;
      await page.goto(`/${list}`);
      const first = page.locator(`main a[href^="/${list}/"]:not([href$="/new"])`).first();
      const address = await first.getAttribute('href');
      const forms = ['invoices', 'bills', 'journals'].includes(list) ? [] : [`${address}/edit`];
      for (const path of [address ?? '', ...forms]) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        expect(await seriousIssues(page)).toEqual([]);
      }
      expectNoProblems(person);
    },
  );

  it.each(['/sign-in', '/sign-up'])('%s has nothing serious for axe', async (path) => {
    const visitor = await newPerson();
    await visitor.page.goto(path);
    await visitor.page.getByRole('button').first().waitFor();
    expect(await seriousIssues(visitor.page)).toEqual([]);
    await visitor.close();
  });

  it('the dashboard loads less than 200 KB of JavaScript first', async () => {
    const visitor = await newPerson();
    await signInToDemo(visitor);
    const html = await (await visitor.context.request.get('/')).text();
    // Old browsers alone load what says noModule.
    const tags = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/nomodule/i.test(tag));
    const scripts = tags.flatMap((tag) => /src="([^"]+\.js[^"]*)"/.exec(tag)?.[1] ?? []);
    let bytes = 0;
    for (const source of new Set(scripts)) bytes += gzipSync(await (await visitor.context.request.get(source)).body()).length;
    await visitor.close();
    process.stdout.write(`first load of the dashboard: ${(bytes / 1000).toFixed(0)} KB of JavaScript, gzipped\n`);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(budgetBytes);
  });

  it('work on a phone: nothing is wider than the screen', async () => {
    const phone = await newPerson({ width: 360, height: 740 });
    await signInToDemo(phone);
    for (const path of ['/', '/invoices', '/customers', '/reports/trial-balance']) {
      await phone.page.goto(path);
      await phone.page.waitForLoadState('networkidle');
      const overflow = await phone.page.evaluate<number>(overflowScript);
      expect([path, overflow]).toEqual([path, 0]);
    }
    await phone.close();
  });
});
