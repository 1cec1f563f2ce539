import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person, signInToDemo } from './browser.ts';

const screens = [
  '/bills',
  '/bills/new',
  '/payments',
  '/payments/new',
  '/payment-terms',
  '/payment-terms/new',
  '/e-invoices',
  '/taxes',
  '/taxes/new',
  '/reports/taxes',
  '/reports/ageing',
  '/reports/by-dimension',
  '/budgets',
  '/budgets/new',
  '/journals/new',
  '/journals/drafts',
  '/journals/waiting',
  '/journals/recurring',
  '/journals/templates',
  '/assets',
  '/assets/new',
  '/assets/categories/new',
  '/deferrals',
  '/deferrals/new',
  '/closing',
  '/currencies',
  '/revaluations',
  '/revaluations/new',
  '/settings/dimensions',
  '/settings/e-invoices',
];

/** A list, and the pages of what it shows first. */
const details: readonly (readonly [list: string, links: string])[] = [
  ['/taxes', '/taxes/'],
  ['/closing', '/closing/periods/'],
  ['/closing', '/closing/years/'],
  ['/reports/trial-balance', '/reports/ledger/'],
];

describe('the screens of the books of the demo workspace', () => {
  let person: Person;

  beforeAll(async () => {
    person = await newPerson();
    await signInToDemo(person);
  });
  afterAll(() => person.close());

  const look = async (path: string) => {
    const { page } = person;
    // What another page reported is told there.
    person.problems.length = 0;
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    // Who may not see a page, or meets none, looks at something else.
    expect([path, await page.getByText(/^(You may not do this|There is nothing here)$/).count()]).toEqual([path, 0]);
    await expectNothingSerious(page);
    expectNoProblems(person);
  };

  it.each(screens)('%s has nothing serious for axe, in light and in dark', look);

  it.each(details)('of %s, the first of %s has nothing serious for axe', async (list, links) => {
    const { page } = person;
    await page.goto(list);
    const address = await page.locator(`main a[href^="${links}"]:not([href$="/new"])`).first().getAttribute('href');
    await look(address ?? '');
  });
});
