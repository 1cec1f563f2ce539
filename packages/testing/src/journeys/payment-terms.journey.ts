import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

const year = new Date().getUTCFullYear();

describe('an accountant with terms of payment', () => {
  let person: Person;

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Terms Ltd', { currency: 'EUR', booksStartOn: `${year}-01-01` });
  });
  afterAll(() => person.close());

  const save = async () => {
    await person.page.keyboard.press('Control+Enter');
    await person.page.waitForURL(/\/payment-terms$/);
  };

  it('defines a discount for paying early, and sees what it makes of an example', async () => {
    const { page } = person;
    await page.goto('/payment-terms');
    await page.getByText('No payment terms yet').waitFor();
    await expectNothingSerious(page);
    await page.getByRole('link', { name: 'New payment terms' }).click();
    await page.locator('[name=code]').fill('2/10');
    await page.locator('[name=name]').fill('Two per cent within ten days');
    await page.getByLabel('Paying early takes something off').check();
    await page.getByLabel('Date of the document').fill(`${year}-03-01`);
    await page.keyboard.press('Tab');
    await page.getByText(`€980.00 if paid by 11/03/${year} (€20.00 less)`).waitFor();
    await page.getByRole('row', { name: new RegExp(`31/03/${year}.*1,000\\.00`) }).waitFor();
    await expectNothingSerious(page);
    await save();
    await page.getByRole('row', { name: /2\/10.*after 30 days.*2% within 10 days/ }).waitFor();
  });

  it('defines instalments of which the last takes what is left', async () => {
    const { page } = person;
    await page.goto('/payment-terms/new');
    await page.locator('[name=code]').fill('3R');
    await page.locator('[name=name]').fill('Three instalments');
    const add = page.getByRole('button', { name: 'Add instalment' });
    await add.click();
    await add.click();
    const part = (number: number) => page.getByRole('group', { name: `Instalment ${number}` });
    await page.getByText('Appears as soon as the terms are complete.').waitFor();
    await part(1).getByLabel('Per cent').fill('33.3');
    await part(2).getByLabel('Per cent').fill('33.3');
    await part(2).getByLabel('Months').fill('1');
    await part(3).getByLabel('Next month, day').fill('15');
    await page.getByLabel('Date of the document').fill(`${year}-01-31`);
    await page.keyboard.press('Tab');
    await page.getByRole('row', { name: new RegExp(`28/02/${year}.*333\\.00|29/02/${year}.*333\\.00`) }).waitFor();
    expect(await page.getByLabel('Paying early takes something off: with a single instalment only').isDisabled()).toBe(true);
    await expectNothingSerious(page);
    await save();
    await page
      .getByRole('row', { name: /3R.*33\.3% at once · 33\.3% after 1 month · the rest after 30 days, on day 15/ })
      .waitFor();
    expectNoProblems(person);
  });

  it('invoices by terms, and the draft keeps them when it is changed', async () => {
    const { page } = person;
    await page.goto('/customers/new');
    await page.locator('[name=code]').fill('C1');
    await page.locator('[name=name]').fill('Acme Inc');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Acme Inc' }).waitFor();
    await page.goto(`/invoices/new?customer=${new URL(page.url()).pathname.split('/').at(-1)}`);
    const terms = page.getByLabel('Payment terms');
    await page.getByRole('option', { name: /^2\/10/ }).waitFor({ state: 'attached' });
    await terms.selectOption({ label: '2/10 · Two per cent within ten days' });
    await page.getByLabel('Description').first().fill('Advice');
    await page.getByLabel('Quantity').first().fill('1');
    await page.getByLabel('Price').first().fill('100');
    await page.getByText(/^Due .* · €98\.00 by /).waitFor();
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/invoices\/[0-9a-f-]{36}$/);
    await page.getByText('2/10 · Two per cent within ten days').waitFor();
    await page.goto(`${page.url()}/edit`);
    await page.getByText(/^Due .* · €98\.00 by /).waitFor();
    await page.getByLabel('Reference').fill('PO-7');
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('heading', { name: /^INV-/ }).waitFor();
    await page.getByText('2/10 · Two per cent within ten days').waitFor();
    await expectNothingSerious(page);
    expectNoProblems(person);
  });

  it('keeps the usual terms of a customer, which the next invoice has without being asked', async () => {
    const { page } = person;
    await page.goto('/customers');
    await page.getByRole('link', { name: 'C1', exact: true }).click();
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByRole('option', { name: /^2\/10/ }).waitFor({ state: 'attached' });
    await page.getByLabel('Payment terms').selectOption({ label: '2/10 · Two per cent within ten days' });
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('2/10 · Two per cent within ten days').waitFor();
    await page.getByRole('link', { name: 'New invoice' }).click();
    await page.getByRole('option', { name: 'As usual: Two per cent within ten days' }).waitFor({ state: 'attached' });
    await page.getByLabel('Description').first().fill('Advice');
    await page.getByLabel('Quantity').first().fill('1');
    await page.getByLabel('Price').first().fill('100');
    await page.getByText(/^Due .* · €98\.00 by /).waitFor();
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/invoices\/[0-9a-f-]{36}$/);
    await page.getByText('2/10 · Two per cent within ten days').waitFor();
    expectNoProblems(person);
  });

  it('takes terms out of use: documents are not offered them any more', async () => {
    const { page } = person;
    await page.goto('/payment-terms');
    await page.getByRole('link', { name: '3R' }).click();
    await page.getByLabel(/^Archived/).check();
    await save();
    await page.getByRole('row', { name: /3R.*Archived/ }).waitFor();
    await page.goto('/invoices/new');
    await page.getByRole('option', { name: /^2\/10/ }).waitFor({ state: 'attached' });
    expect(await page.getByRole('option', { name: /^3R/ }).count()).toBe(0);
    expectNoProblems(person);
  });
});
