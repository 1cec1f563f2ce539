import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousIssues } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'oracles', 'data', 'northwind');
const present = existsSync(folder);
if (!present) process.stderr.write(`Northwind is not beside this checkout (${folder}): its journey is not made here.\n`);

describe.skipIf(!present)('someone who brings Northwind', () => {
  let person: Person;
  const issues: string[] = [];
  const look = async () => issues.push(...(await seriousIssues(person.page)));
  const text = () => person.page.locator('main').textContent();

  beforeAll(async () => {
    person = await newPerson();
  });
  afterAll(() => person.close());

  it('signs up, makes a workspace and opens its books', async () => {
    await openBooks(person, 'Northwind Traders', { currency: 'USD', booksStartOn: '1996-01-01' });
    await person.page.getByRole('heading').first().waitFor();
    await look();
  });

  it('drops the files, sees what they hold, checks them and watches the import', async () => {
    const { page } = person;
    await page.goto('/imports/new');
    await look();
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    await page.locator('input[type=file]').setInputFiles(files.map((name) => join(folder, name)));
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
    await page.getByText('Recognised: Northwind').first().waitFor();
    await look();
    const start = performance.now();
    await page.getByRole('button', { name: 'Check without writing' }).click();
    const run = page.getByRole('button', { name: 'Import 1,035 records' });
    await run.waitFor();
    await look();
    await run.click();
    await page.getByText('Import done').first().waitFor();
    // Far longer than it takes: other suites may run beside this one.
    expect(performance.now() - start).toBeLessThan(60_000);
    for (const count of ['91', '29', '77', '830', '2,155']) expect(await text()).toContain(count);
    await look();
  });

  it('reads exact figures in the trial balance, the profit and loss and the balance sheet', async () => {
    const { page } = person;
    await page.goto('/reports/trial-balance?asOf=1998-12-31');
    await page.getByText('Trade receivables').first().waitFor();
    const trialBalance = await text();
    for (const figure of ['1,330,735.98', '1,265,793.29', '64,942.69']) expect(trialBalance).toContain(figure);
    // The receivables and their heading, the heading of income, and both totals.
    expect(trialBalance?.split('1,330,735.98')).toHaveLength(6);
    await look();

    await page.goto('/reports/profit-and-loss?from=1996-01-01&to=1998-12-31');
    await page.getByText('Freight income').first().waitFor();
    const statement = await text();
    for (const figure of ['1,265,793.29', '64,942.69', '1,330,735.98']) expect(statement).toContain(figure);
    await look();

    await page.goto('/reports/balance-sheet?asOf=1998-12-31');
    await page.getByText('Trade receivables').first().waitFor();
    expect(await text()).toContain('1,330,735.98');
    await look();
  });

  it('opens a figure down to the entry and its document', async () => {
    const { page } = person;
    await page.goto('/reports/trial-balance?asOf=1998-12-31');
    await page.getByRole('link', { name: /Freight income/ }).click();
    await page.waitForURL(/\/reports\/ledger\//);
    await page
      .getByRole('link', { name: /JRN-1996-/ })
      .first()
      .click();
    await page.waitForURL(/\/journals\//);
    await look();
    await page.getByRole('link', { name: 'Open the document' }).click();
    await page.waitForURL(/\/invoices\//);
    await page.getByText('Vins et alcools Chevalier').first().waitFor();
    await look();
  });

  it('finds every page usable with assistive technology', () => {
    expect(issues).toEqual([]);
    expectNoProblems(person);
  });
});
