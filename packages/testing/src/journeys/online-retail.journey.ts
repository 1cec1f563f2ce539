import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousIssues } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

const file = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'oracles', 'data', 'online_retail_2010-12.csv.gz');
const present = existsSync(file);
if (!present) process.stderr.write(`Online Retail is not beside this checkout (${file}): its journey is not made here.\n`);

/** Walk-in sales, cancelled invoices and corrections of stock, all in one file. */
describe.skipIf(!present)('a shopkeeper who brings a month of sales', () => {
  let person: Person;
  const issues: string[] = [];
  const look = async () => issues.push(...(await seriousIssues(person.page)));

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Gifts by Post', { currency: 'GBP', booksStartOn: '2010-01-01' });
  });
  afterAll(() => person.close());

  it('sees how the file is read, and where its empty cells and credit notes go', async () => {
    const { page } = person;
    await page.goto('/imports/new');
    await page.locator('input[type=file]').setInputFiles({
      name: 'online_retail_2010-12.csv',
      mimeType: 'text/csv',
      buffer: gunzipSync(readFileSync(file)),
    });
    await page.getByText('Recognised: Online Retail').first().waitFor();
    expect(await page.getByLabel('What online_retail_2010-12.csv holds').inputValue()).toBe('sales.invoice_table');
    expect(await page.getByLabel('Customer code', { exact: true }).inputValue()).toBe('WALK-IN');
    expect(await page.getByLabel('Credit notes begin with', { exact: true }).inputValue()).toBe('C');
    await page.getByLabel('Fill another field…').selectOption({ label: 'Country' });
    await page.getByLabel('Country', { exact: true }).fill('United Kingdom');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Leave Country empty' }).waitFor();
    await look();
  });

  it('checks and imports it, and is told of each row that was refused', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'Check without writing' }).click();
    const run = page.getByRole('button', { name: 'Import 5,656 records' });
    await run.waitFor({ timeout: 90_000 });
    await look();
    await run.click();
    await page.getByText('Import done').first().waitFor({ timeout: 90_000 });
    const counts = await page.locator('main').textContent();
    for (const count of ['949', '2,822', '1,885', '42,341', '140']) expect(counts).toContain(count);
    await page.getByText('an invoice takes nothing back; only a credit note does.').first().waitFor();
    await look();
  });

  it('reads the total of the file in the profit and loss', async () => {
    const { page } = person;
    await page.goto('/reports/profit-and-loss?from=2010-12-01&to=2010-12-31');
    await page.getByText('748,957.02').first().waitFor();
    await look();
  });

  it('met no problem for assistive technology and no error', () => {
    expect(issues).toEqual([]);
    expectNoProblems(person);
  });
});
