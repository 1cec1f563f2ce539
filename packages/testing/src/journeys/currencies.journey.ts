import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

/** A day of last month, and its last day, as the API writes them. */
function lastMonth(): { day: string; last: string } {
  const now = new Date();
  const iso = (day: number, back: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, day)).toISOString().slice(0, 10);
  return { day: iso(5, 1), last: iso(0, 0) };
}

describe('an accountant with customers abroad', () => {
  let person: Person;
  const { day, last } = lastMonth();

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Export Ltd', { currency: 'EUR', booksStartOn: `${Number(day.slice(0, 4)) - 1}-01-01` });
  });
  afterAll(() => person.close());

  const rate = async (validOn: string, value: string) => {
    const { page } = person;
    await page.getByRole('button', { name: 'New rate' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Currency').selectOption('USD');
    await dialog.getByLabel('Day').fill(validOn);
    await dialog.getByRole('textbox', { name: 'Rate', exact: true }).fill(value);
    await expectNothingSerious(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  it('says what a dollar is worth, and sees it over the days', async () => {
    const { page } = person;
    await page.goto('/currencies');
    await page.getByText('No exchange rates yet').waitFor();
    await expectNothingSerious(page);
    await rate(day, '1.25');
    await rate(last, '1');
    await page.getByRole('figure', { name: 'USD for 1 EUR' }).waitFor();
    await page.getByRole('button', { name: /table/i }).click();
    await page.getByRole('row', { name: /manual.*1 EUR = 1\.25 USD/ }).waitFor();
    await expectNothingSerious(page);
  });

  it('invoices in dollars, at the rate of the day', async () => {
    const { page } = person;
    await page.goto('/customers/new');
    await page.locator('[name=code]').fill('C1');
    await page.locator('[name=name]').fill('Acme Inc');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Acme Inc' }).waitFor();
    const customerId = new URL(page.url()).pathname.split('/').at(-1);
    await page.goto(`/invoices/new?customer=${customerId}`);
    await page.getByRole('textbox', { name: 'Date', exact: true }).fill(day);
    await page.getByLabel('Currency').selectOption('USD');
    await page.getByLabel('1 EUR in USD').waitFor();
    await page.getByLabel('Description').first().fill('Advice');
    await page.getByLabel('Quantity').first().fill('1');
    await page.getByLabel('Price').first().fill('100');
    await page.keyboard.press('Tab');
    await page.getByText('$100.00').first().waitFor();
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('heading', { name: /^INV-/ }).waitFor();
    await page.getByText('€80.00 in the books, at 1.25').waitFor();
    await expectNothingSerious(page);
  });

  it('revalues what is open at the end of the month, and takes that back', async () => {
    const { page } = person;
    await page.goto('/revaluations');
    await page.getByText('No revaluations yet').waitFor();
    await page.getByRole('link', { name: 'New revaluation' }).first().click();
    await page.getByRole('row', { name: /1100 Trade receivables.*80\.00.*100\.00.*20\.00/ }).waitFor();
    await page.getByText('Open items in foreign currencies are revalued, and no account.').waitFor();
    await page.getByRole('button', { name: 'Choose accounts' }).click();
    const dialog = page.getByRole('dialog');
    const accounts = dialog.getByLabel('Accounts to revalue').last();
    const bank = await accounts.locator('option', { hasText: 'Bank' }).first().textContent();
    await accounts.selectOption({ label: bank ?? '' });
    await dialog.getByRole('button', { name: `Leave out ${bank}` }).waitFor();
    await expectNothingSerious(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`Open items in foreign currencies are revalued, and ${bank}.`).waitFor();
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /^Revaluation of/ }).waitFor();
    const entries = page.getByRole('list', { name: 'Entries' }).getByRole('listitem');
    await entries.filter({ hasText: 'Revaluation USD' }).nth(1).waitFor();
    await entries.getByRole('link', { name: /\d/ }).first().waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^revaluation-\d{4}-\d\d-\d\d\.csv$/);
    expect(await readFile(await download.path(), 'utf8')).toMatch(/,USD,/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone', { exact: true }).waitFor();
    await expect.poll(() => entries.filter({ hasText: 'Revaluation USD' }).count()).toBe(4);
    expectNoProblems(person);
  });
});
