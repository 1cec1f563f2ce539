import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';
import { receivedInvoice } from './received.ts';

describe('someone who enters bills', () => {
  let person: Person;
  let posted: string;

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Bakery Ltd', { currency: 'EUR', booksStartOn: `${new Date().getUTCFullYear()}-01-01` });
    await person.page.goto('/suppliers/new');
    await person.page.getByRole('textbox', { name: 'Code', exact: true }).fill('MILL');
    await person.page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('The Mill');
    await person.page.keyboard.press('Control+Enter');
    await person.page.getByRole('heading', { name: 'The Mill' }).waitFor();
    const made = await person.page.evaluate(async () => {
      const rates = [{ validFrom: '2020-01-01', value: '0.19' }];
      const answer = await fetch('/v1/taxes', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ code: 'V19', name: 'VAT 19 %', kind: 'percent', rates }),
      });
      return answer.status;
    });
    expect(made).toBe(201);
  });
  afterAll(() => person.close());

  /** Goes on with Tab until the field has the focus. */
  const tabTo = async (field: Locator) => {
    await field.waitFor();
    for (let presses = 0; presses < 60; presses++) {
      if (await field.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await person.page.keyboard.press('Tab');
    }
    throw new Error('Tab never reaches the field');
  };
  const type = (text: string) => person.page.keyboard.type(text, { delay: 15 });
  const choose = async (text: string) => {
    await type(text);
    await person.page.getByRole('listbox').getByRole('option').first().waitFor();
    await person.page.keyboard.press('Enter');
  };

  it('sees that there are none yet', async () => {
    const { page } = person;
    await page.goto('/bills');
    await page.getByText('No bills yet').waitFor();
    await expectNothingSerious(page);
  });

  it('enters two lines without a mouse and sees what is missing to the supplier’s total', async () => {
    const { page } = person;
    await page.goto('/bills/new');
    await tabTo(page.getByRole('combobox', { name: 'Supplier', exact: true }));
    await choose('mill');
    await tabTo(page.getByLabel('Supplier’s number'));
    await type('M-100');
    await tabTo(page.getByLabel('Supplier’s total'));
    await type('178.51');
    await tabTo(page.getByRole('combobox', { name: 'Account, line 1' }));
    await choose('6040');
    await tabTo(page.getByRole('textbox', { name: 'Description, line 1' }));
    await type('Flour');
    await tabTo(page.getByRole('textbox', { name: 'Unit price, line 1' }));
    await type('2*50');
    await tabTo(page.getByRole('combobox', { name: 'Tax, line 1' }));
    await type('V');
    await page.keyboard.press('Enter');
    // Enter goes down, to the line that was added.
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Account, line 2');
    await choose('6030');
    await tabTo(page.getByRole('textbox', { name: 'Description, line 2' }));
    await type('Delivery');
    await tabTo(page.getByRole('textbox', { name: 'Unit price, line 2' }));
    await type('50');
    await tabTo(page.getByRole('combobox', { name: 'Tax, line 2' }));
    await type('V');
    const totals = page.getByRole('status', { name: 'Totals' });
    await totals.getByText('€178.50').waitFor();
    await totals.getByText('€0.01 to the supplier’s total').waitFor();
    await expectNothingSerious(page);
    await totals.getByRole('button', { name: 'Take as rounding' }).click();
    await totals.getByText('Agrees with the supplier’s total').waitFor();
    await page.keyboard.press('Control+Shift+Enter');
    await page.waitForURL(/\/bills\/[0-9a-f-]{36}$/);
    posted = page.url();
    await page.getByRole('heading', { name: /BILL-\d{4}-00001/ }).waitFor();
    await page.getByRole('cell', { name: '2100 Trade payables' }).waitFor();
    await page.getByRole('cell', { name: '6950 Rounding differences' }).waitFor();
    await expectNothingSerious(page);
  });

  it('attaches what the supplier sent', async () => {
    const { page } = person;
    const scan = { name: 'bill.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nA bill\n') };
    await page.locator('input[type=file]').setInputFiles(scan);
    await page.getByRole('link', { name: 'bill.pdf' }).waitFor();
    await expectNothingSerious(page);
  });

  it('is told at once of a number that was entered before', async () => {
    const { page } = person;
    await page.goto('/bills/new');
    await tabTo(page.getByRole('combobox', { name: 'Supplier', exact: true }));
    await choose('mill');
    await tabTo(page.getByLabel('Supplier’s number'));
    await type('m-100');
    await page.getByText(/Entered already: BILL-\d{4}-00001/).waitFor();
    await expectNothingSerious(page);
    person.page.once('dialog', (dialog) => void dialog.accept());
    await page.goto(posted);
  });

  it('enters a bill in dollars, at a rate of its own, to be paid in two parts', async () => {
    const { page } = person;
    await page.evaluate(async () => {
      const post = (path: string, body: object) =>
        fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify(body),
        });
      const halves = [
        { kind: 'percent', value: '0.5', days: 10 },
        { kind: 'rest', value: null, days: 40 },
      ];
      await post('/v1/payment-terms', { code: 'HALVES', name: 'In two parts', lines: halves });
    });
    await page.goto('/bills/new');
    await tabTo(page.getByRole('combobox', { name: 'Supplier', exact: true }));
    await choose('mill');
    await page.getByLabel('Supplier’s number').fill('M-200');
    const halves = page.getByLabel('Payment terms').locator('option', { hasText: 'In two parts' });
    await page.getByLabel('Payment terms').selectOption(await halves.getAttribute('value'));
    await page.getByLabel('Currency').selectOption('USD');
    await tabTo(page.getByRole('textbox', { name: '1 EUR in USD' }));
    await type('1.25');
    await tabTo(page.getByRole('combobox', { name: 'Account, line 1' }));
    await choose('6040');
    await tabTo(page.getByRole('textbox', { name: 'Description, line 1' }));
    await type('Flour from overseas');
    await tabTo(page.getByRole('textbox', { name: 'Unit price, line 1' }));
    await type('100');
    await page.getByRole('status', { name: 'Totals' }).getByText('US$100.00').first().waitFor();
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Shift+Enter');
    await page.waitForURL(/\/bills\/[0-9a-f-]{36}$/);
    await page.getByText('€80.00 in the books, at 1.25').waitFor();
    await expect.poll(() => page.getByRole('cell', { name: '2100 Trade payables' }).count()).toBe(2);
    await page.goto(posted);
  });

  it('drops an electronic invoice: one that breaks rules is told by them, a good one opens as a draft', async () => {
    const { page } = person;
    await page.goto('/bills');
    await page.getByRole('link', { name: 'Enter an e-invoice' }).click();
    await page.waitForURL('**/bills/receive');
    const drop = (name: string, xml: string) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(xml) });
    await drop('wrong.xml', receivedInvoice.replace('>119.00</cbc:TaxInclusiveAmount>', '>118.00</cbc:TaxInclusiveAmount>'));
    await page.getByText('BR-CO-15').waitFor();
    expect(await page.getByRole('button', { name: 'Open as a draft' }).count()).toBe(0);
    await drop('right.xml', receivedInvoice);
    await page.getByRole('heading', { name: 'The Mill: 119.00 EUR' }).waitFor();
    await tabTo(page.getByRole('combobox', { name: 'Post its lines to' }));
    await choose('6040');
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Open as a draft' }).click();
    await page.waitForURL(/\/bills\/[0-9a-f-]{36}\/edit$/);
    await expect.poll(() => page.getByLabel('Supplier’s number').inputValue()).toBe('E-77');
    await page.getByText('Agrees with the supplier’s total').waitFor();
    await expectNothingSerious(page);
    await page.goto(page.url().replace(/\/edit$/, ''));
    const file = page.getByRole('link', { name: 'E-77.xml' });
    await file.waitFor();
    const downloading = page.waitForEvent('download');
    await file.click();
    expect(readFileSync(await (await downloading).path(), 'utf8')).toBe(receivedInvoice);
    await page.goto(posted);
  });

  it('credits a part of it, and finds both in the list and from the entry', async () => {
    const { page } = person;
    await page.getByRole('link', { name: 'Enter credit note' }).click();
    await page.getByRole('heading', { name: 'New credit note of a supplier' }).waitFor();
    await page.getByLabel('Supplier’s number').fill('C-7');
    await page.getByRole('button', { name: 'Remove line 2' }).click();
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByRole('heading', { name: /BCN-\d{4}-00001/ }).waitFor();
    await page.getByRole('link', { name: /Credits BILL-/ }).click();
    await page.getByText('€59.50').first().waitFor();
    await page.getByRole('link', { name: /Open JRN-/ }).click();
    await page.getByRole('link', { name: 'Open the document' }).click();
    await page.getByRole('heading', { name: /BILL-\d{4}-00001/ }).waitFor();
    await page.goto('/bills');
    await page.getByText('M-100').first().waitFor();
    await page.getByText('C-7').first().waitFor();
    await expectNothingSerious(page);
    expectNoProblems(person);
  });
});
