import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

/** The first day of last month: its end is what a run proposes. */
function lastMonth(): { first: string; last: string } {
  const now = new Date();
  const iso = (day: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + (day === 0 ? 0 : -1), day)).toISOString();
  return { first: iso(1).slice(0, 10), last: iso(0).slice(0, 10) };
}

describe('an accountant with fixed assets', () => {
  let person: Person;
  const { first, last } = lastMonth();

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Press Ltd', { currency: 'EUR', booksStartOn: `${Number(first.slice(0, 4)) - 1}-01-01` });
  });
  afterAll(() => person.close());

  it('makes a category, and drafts an asset that shows its schedule while it is typed', async () => {
    const { page } = person;
    await page.goto('/assets');
    await page.getByText('No assets yet').waitFor();
    await expectNothingSerious(page);
    await page.goto('/assets/new');
    await page.getByRole('link', { name: 'New category' }).click();
    await page.getByLabel('Code').fill('M');
    await page.getByLabel('Name').fill('Machines');
    await page.getByLabel('Asset account').selectOption({ label: '1510 Equipment' });
    await page.getByLabel('Accumulated depreciation').selectOption({ label: '1590 Accumulated depreciation' });
    await page.getByLabel('Depreciation expense').selectOption({ label: '6090 Depreciation' });
    await page.getByLabel('Gains of disposals').selectOption({ label: '4800 Other income' });
    await page.getByLabel('Losses of disposals').selectOption({ label: '6800 Bad debts' });
    await page.getByLabel('Periods').fill('12');
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/assets\/new\?category=/);
    await page.getByLabel('Code').fill('A1');
    await page.getByLabel('Name').fill('Printing press');
    await page.getByLabel('Cost').fill('1200');
    await page.getByLabel('In use from').fill(first);
    await page.keyboard.press('Tab');
    // Its first period ends with the month by itself.
    await expect.poll(() => page.getByLabel('First period ends').inputValue()).toBe(last.split('-').reverse().join('/'));
    await page
      .getByRole('button', { name: /Depreciation 100\.00/ })
      .first()
      .waitFor();
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'A1 Printing press' }).waitFor();
    await page.getByText('Draft', { exact: true }).waitFor();
  });

  it('puts it in service, runs the month, and sees the entry', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'Put in service' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Paid from').selectOption({ label: '1020 Bank' });
    await dialog.getByRole('button', { name: 'Put in service' }).click();
    await page.getByText('In service', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Fixed assets' }).first().click();
    await page.getByRole('table', { name: 'Asset register' }).waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()]);
    expect(await readFile(await download.path(), 'utf8')).toContain('A1,Printing press,Machines,');
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Run depreciation' }).click();
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.getByText('1 entry, €100.00 altogether.').waitFor();
    await expectNothingSerious(page);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('row', { name: /Total.*1,200\.00.*100\.00.*1,100\.00/ }).waitFor();
    await page.getByRole('link', { name: 'A1' }).click();
    await page.getByRole('button', { name: /table/i }).click();
    await page.getByRole('link', { name: 'Posted' }).click();
    await page.getByText('1590').first().waitFor();
    await page.getByText('6090').first().waitFor();
    expect(await page.locator('main').textContent()).toContain('100.00');
    await page.getByRole('link', { name: 'Open the document' }).click();
    await page.getByRole('heading', { name: 'A1 Printing press' }).waitFor();
    expectNoProblems(person);
  });

  it('spreads an insurance over the months that it covers', async () => {
    const { page } = person;
    await page.goto('/deferrals');
    await page.getByText('No deferrals yet').waitFor();
    await page.goto('/deferrals/new');
    await page.getByLabel('Amount').fill('300');
    await page.getByLabel('Description').fill('Insurance');
    await page.getByLabel('From account').selectOption({ label: '1400 Prepaid expenses' });
    await page.getByLabel('To account').selectOption({ label: '6070 Insurance' });
    await page.getByRole('textbox', { name: 'From', exact: true }).fill(first);
    await page.getByRole('textbox', { name: 'To', exact: true }).fill(last);
    await page.keyboard.press('Tab');
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Insurance' }).waitFor();
    await page.getByRole('cell', { name: '300.00' }).waitFor();
    await expectNothingSerious(page);
    expectNoProblems(person);
  });
});
