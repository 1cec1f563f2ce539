import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

/** A year whose months are all past. */
const year = new Date().getUTCFullYear() - 1;

describe('an accountant with a budget', () => {
  let person: Person;
  let address: string;
  const { promise: pasted, resolve: sendChart } = Promise.withResolvers<void>();

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Plan Ltd', { currency: 'EUR', booksStartOn: `${year}-01-01` });
    await person.page.evaluate(async () => {
      const make = async (path: string, body: object) => {
        const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
        const answer = await fetch(`/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
        if (!answer.ok) throw new Error(await answer.text());
        return (await answer.json()) as { id: string };
      };
      const { id } = await make('/dimensions', { code: 'CC', name: 'Cost centre' });
      await make(`/dimensions/${id}/values`, { code: 'IT', name: 'Technology' });
      await make(`/dimensions/${id}/values`, { code: 'OUT', name: 'Abroad' });
    });
  });
  afterAll(() => person.close());

  const cell = (name: string, row: number) => person.page.getByLabel(`${name}, line ${row}`, { exact: true });
  const chosen = (name: string, row: number) => cell(name, row).locator('option:checked').textContent();
  const spreadLine = (row: number) => person.page.getByRole('button', { name: `Spread line ${row}`, exact: true });
  const month = (short: string) => `${short} ${year}`;
  const rent = async (amount: string) => {
    const { page } = person;
    await page.goto('/journals/new');
    await page.getByLabel('Date').first().fill(`${year}-02-10`);
    await page.getByRole('textbox', { name: 'Description', exact: true }).fill('Rent of the office');
    await cell('Account', 1).selectOption({ label: '6020 Rent' });
    await cell('Debit', 1).fill(amount);
    await cell('Cost centre', 1).fill('tech');
    await page.getByRole('option', { name: 'IT Technology' }).waitFor();
    await page.keyboard.press('Tab');
    await cell('Account', 2).selectOption({ label: '1020 Bank' });
    await cell('Credit', 2).fill(amount);
    await page.getByText('Balanced').waitFor();
    await page.keyboard.press('Control+Shift+Enter');
  };

  it('begins one for a year and a dimension', async () => {
    const { page } = person;
    await page.goto('/budgets');
    await page.getByText('No budgets yet').waitFor();
    await expectNothingSerious(page);
    await page.goto('/budgets/new');
    await page.getByLabel('Name').fill('Costs');
    await page.getByLabel('Fiscal year').selectOption({ label: String(year) });
    await page.getByLabel('Dimension').selectOption({ label: 'Cost centre' });
    await page.getByLabel('When it is exceeded').selectOption({ label: 'Warn' });
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: `Costs ${year}` }).waitFor();
    address = new URL(page.url()).pathname;
  });

  it('pastes lines while the chart is still on its way', async () => {
    const { page } = person;
    const chart = /\/v1\/accounts\?/;
    await page.route(chart, (route) => pasted.then(() => route.continue()));
    await page.goto(address);
    await cell('Account', 1).focus();
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '6020\\tIT\\t\\n6030\\t\\t\\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    expect(await cell('Account', 1).getByRole('option').count()).toBe(1);
    sendChart();
    await expect.poll(() => chosen('Account', 1)).toBe('6020 Rent');
    await page.unroute(chart);
    expect(await chosen('For', 1)).toBe('IT Technology');
    await expect.poll(() => chosen('Account', 2)).toMatch(/^6030 /);
    await cell('Account', 3).waitFor();
    expect(await spreadLine(3).isDisabled()).toBe(true);
    await cell('Account', 3).selectOption({ label: '6040 Office supplies' });
    await expect.poll(() => spreadLine(3).isEnabled()).toBe(true);
    await cell('Account', 3).press('Control+Delete');
    await expect.poll(() => chosen('Account', 3)).toBe('–');
  });

  it('spreads what a year may come to over its months', async () => {
    const { page } = person;
    const dialog = page.getByRole('dialog');
    await spreadLine(1).press('Enter');
    await dialog.getByLabel('Amount of the year').fill('1200');
    await expectNothingSerious(page);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => cell(month('Dec'), 1).inputValue()).toBe('100.00');
    await spreadLine(2).press('Enter');
    await dialog.getByLabel('Amount of the year').fill('100');
    await dialog.getByRole('button', { name: 'Spread' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    // A hundred in twelve parts: four cents are left for the first months.
    await expect.poll(() => cell(month('Jan'), 2).inputValue()).toBe('8.34');
    expect(await cell(month('Dec'), 2).inputValue()).toBe('8.33');
    await page.getByText('1,200.00').waitFor();
    await expectNothingSerious(page);
  });

  it('keeps the lines, and puts them into force', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'Save lines' }).press('Enter');
    await page.getByText('The lines are saved').waitFor();
    await page.getByRole('button', { name: 'Put into force' }).press('Enter');
    await page.getByText('In force · version 1').waitFor();
    await page.getByRole('cell', { name: '8.34' }).first().waitFor();
    await expectNothingSerious(page);
  });

  it('is warned of what goes beyond it, and sees by how much', async () => {
    const { page } = person;
    await rent('100.50');
    await page.getByRole('heading', { name: /^JRN-/ }).waitFor();
    await page.goto(`${address}/report`);
    await page.getByRole('region', { name: 'Beyond the budget' }).getByText('€0.50 over').waitFor();
    await page.getByRole('row', { name: /^6020 Rent IT Technology 1,200\.00 100\.50 -1,099\.50 8\.4 %$/ }).waitFor();
    await page.getByRole('row', { name: /^6030 / }).waitFor();
    await page.getByLabel('Period').selectOption({ label: month('Feb') });
    await page.getByRole('row', { name: /^6020 Rent IT Technology 100\.00 100\.50 0\.50 100\.5 %$/ }).waitFor();
    await expectNothingSerious(page);
  });

  it('compares what is planned for a cost centre alone', async () => {
    const { page } = person;
    await page.getByLabel('Cost centre').fill('tech');
    await page.getByRole('option', { name: 'IT Technology' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /^6030 / }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /^Income less expenses -100\.00 -100\.50 -0\.50/ }).waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()]);
    expect(await readFile(await download.path(), 'utf8')).toContain('6020,Rent,IT Technology,100.00,100.50,0.50,100.5');
    await page.getByLabel('Cost centre').fill('abroad');
    await page.getByRole('option', { name: 'OUT Abroad' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is planned for this value or for one below it.').waitFor();
  });

  it('has postings refused that go beyond it', async () => {
    const { page } = person;
    await page.goto(address);
    const mode = page.getByRole('combobox', { name: 'When it is exceeded' });
    await mode.selectOption({ label: 'Refuse postings' });
    // The choice stands once it is kept.
    await expect.poll(async () => [await mode.inputValue(), await mode.isEnabled()]).toEqual(['block', true]);
    await rent('0.01');
    await page
      .getByText(/Budget "Costs": 6020 Rent.* 0\.51 EUR more than its 100\.00 EUR/)
      .first()
      .waitFor();
    await expectNothingSerious(page);
    expectNoProblems(person);
  });
});
