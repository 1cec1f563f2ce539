import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

const year = new Date().getUTCFullYear();

/** Calls the API as the page does. */
async function call<T>(person: Person, method: string, path: string, body: unknown): Promise<T> {
  const answer = await person.page.evaluate(
    async ([verb, address, text]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const response = await fetch(`/v1${address}`, { method: verb as string, headers, body: text as string });
      return { status: response.status, body: await response.json() };
    },
    [method, path, JSON.stringify(body)],
  );
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body as T;
}

describe('someone who is paid and pays', () => {
  let person: Person;
  let invoiceId: string;
  let billId: string;

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Workshop Ltd', { currency: 'EUR', booksStartOn: `${year}-01-01` });
    const party = (code: string, name: string, role: object) =>
      call<{ id: string }>(person, 'POST', '/parties', { code, name, ...role });
    const customer = await party('ACME', 'Acme', { isCustomer: true });
    const supplier = await party('MILL', 'The Mill', { isCustomer: false, isSupplier: true });
    const line = { description: 'Repair', quantity: '1', unitPrice: '240' };
    const invoice = { customerId: customer.id, date: `${year}-01-10`, lines: [line] };
    invoiceId = (await call<{ id: string }>(person, 'POST', '/issued-invoices', invoice)).id;
    await call(person, 'POST', '/issued-invoices', { ...invoice, date: `${year}-01-20` });
    const accounts = await call<{ items: { id: string; code: string }[] }>(person, 'GET', '/accounts?limit=200', undefined);
    const accountId = accounts.items.find(({ code }) => code === '6040')?.id;
    const bill = { supplierId: supplier.id, supplierNumber: 'M-1', date: `${year}-01-11`, lines: [{ ...line, accountId }] };
    billId = (await call<{ id: string }>(person, 'POST', '/posted-bills', bill)).id;
  });
  afterAll(() => person.close());

  it('sees that there are no payments yet', async () => {
    const { page } = person;
    await page.goto('/payments');
    await page.getByText('No payments yet').waitFor();
    await expectNothingSerious(page);
  });

  it('goes from an invoice to its payment, and gives the money to the oldest first', async () => {
    const { page } = person;
    await page.goto(`/invoices/${invoiceId}`);
    await page.getByRole('link', { name: 'Record payment' }).click();
    await page.getByRole('heading', { name: 'New payment received' }).waitFor();
    await page.getByRole('textbox', { name: 'Amount', exact: true }).fill('300');
    await page.getByRole('button', { name: 'Oldest first' }).click();
    await expect
      .poll(() =>
        page
          .getByRole('textbox', { name: /^Amount of INV-/ })
          .first()
          .inputValue(),
      )
      .toBe('240.00');
    await expect
      .poll(() =>
        page
          .getByRole('textbox', { name: /^Amount of INV-/ })
          .last()
          .inputValue(),
      )
      .toBe('60.00');
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: `PAY-${year}-00001` }).waitFor();
    await page.getByRole('cell', { name: '1020 Bank' }).waitFor();
    await expectNothingSerious(page);
    await page.goto(`/invoices/${invoiceId}`);
    await page.getByText('€0.00').first().waitFor();
    expect(await page.getByRole('link', { name: 'Record payment' }).count()).toBe(0);
  });

  it('pays a bill whole', async () => {
    const { page } = person;
    await page.goto(`/bills/${billId}`);
    await page.getByRole('link', { name: 'Record payment' }).click();
    await page.getByRole('button', { name: /^Settle BILL-.* whole$/ }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: `PAY-${year}-00002` }).waitFor();
    await page.getByRole('cell', { name: '2100 Trade payables' }).waitFor();
  });

  it('sees who owes what, since when, and that it ties to the books', async () => {
    const { page } = person;
    await page.goto(`/reports/ageing?asOf=${year}-12-31`);
    const table = page.getByRole('table', { name: 'Ageing' });
    await table.getByRole('link', { name: 'Acme' }).waitFor();
    await table.getByText('equals the control account').waitFor();
    await table.getByText('180.00').first().waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()]);
    expect(download.suggestedFilename()).toBe(`ageing-receivable-${year}-12-31.csv`);
    expect(await readFile(await download.path(), 'utf8')).toMatch(/,Acme,EUR,.*180\.00/);
    await page.getByLabel('As known on').fill('2020-01-01');
    await page.keyboard.press('Tab');
    await page.getByText('Nothing is open').waitFor();
    await expectNothingSerious(page);
  });

  it('sees what a customer owed, what came and what is owed, and takes it along', async () => {
    const { page } = person;
    await page.goto(`/reports/ageing?asOf=${year}-12-31`);
    await page.getByRole('table', { name: 'Ageing' }).getByRole('link', { name: 'Acme' }).click();
    await page.getByRole('link', { name: 'Statement of account' }).click();
    const table = page.getByRole('table', { name: 'Statement in EUR' });
    await table.getByRole('link', { name: `PAY-${year}-00001` }).waitFor();
    await table.getByRole('row', { name: /^Closing balance/ }).waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^party-statement-.*\.csv$/);
    expect(await readFile(await download.path(), 'utf8')).toMatch(/Closing balance,,EUR,,,180\.00/);
  });

  it('takes a payment back, and what it settled is open again', async () => {
    const { page } = person;
    await page.goto('/payments');
    await page.getByText(`PAY-${year}-00001`).click();
    await page.getByRole('button', { name: 'Take back' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Take back' }).click();
    await page.getByText(/^Taken back on/).waitFor();
    await page.goto(`/invoices/${invoiceId}`);
    await page.getByRole('link', { name: 'Record payment' }).waitFor();
    expectNoProblems(person);
  });
});
