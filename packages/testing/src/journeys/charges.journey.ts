import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

const year = new Date().getUTCFullYear();

describe('someone at the keyboard whose customers have a discount and pay the freight', () => {
  let person: Person;

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Freight Ltd', { currency: 'EUR', booksStartOn: `${year}-01-01` });
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
  const charge = (name: string, row: number) => person.page.getByLabel(`${name}, charge ${row}`);
  const focused = (field: Locator) =>
    expect.poll(() => field.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  const add = () => person.page.getByRole('button', { name: 'Charge or discount' });
  const totals = () => person.page.getByRole('status', { name: 'Totals' });

  it('writes both under the lines, each on what stands before it', async () => {
    const { page } = person;
    const { keyboard } = page;
    await page.goto('/customers/new');
    await page.locator('[name=code]').fill('C1');
    await page.locator('[name=name]').fill('Acme');
    await keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Acme' }).waitFor();
    await page.goto(`/invoices/new?customer=${new URL(page.url()).pathname.split('/').at(-1)}`);
    await tabTo(page.getByLabel('Description, line 1'));
    await keyboard.type('Chairs');
    await keyboard.press('Tab');
    await keyboard.type('4');
    await keyboard.press('Tab');
    await keyboard.type('50');
    await keyboard.press('Tab');
    await expect.poll(() => totals().textContent()).toMatch(/Net.*200\.00.*Total.*200\.00/);
    await tabTo(add());
    await keyboard.press('Enter');
    await focused(charge('Kind', 1));
    await keyboard.press('Tab');
    await keyboard.type('For regulars');
    await keyboard.press('Tab');
    await keyboard.type('10');
    await expect.poll(() => totals().textContent()).toMatch(/Net.*180\.00.*Total.*180\.00/);
    await tabTo(add());
    await keyboard.press('Enter');
    await focused(charge('Kind', 2));
    await keyboard.press('ArrowDown');
    await expect.poll(() => charge('Kind', 2).inputValue()).toBe('charge');
    await keyboard.press('Tab');
    await keyboard.type('Freight');
    await keyboard.press('Tab');
    await keyboard.type('2*7.75');
    await keyboard.press('Tab');
    await focused(charge('Reckoned on', 2));
    await keyboard.press('ArrowUp');
    await expect.poll(() => charge('Reckoned on', 2).inputValue()).toBe('amount');
    await expect.poll(() => totals().textContent()).toMatch(/Net.*195\.50.*Total.*195\.50/);
    await expectNothingSerious(page);
  });

  it('posts it, and reads each of them above the total', async () => {
    const { page } = person;
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('heading', { name: /^INV-/ }).waitFor();
    const sums = page.locator('dl').filter({ hasText: 'For regulars' });
    await sums.waitFor();
    expect(await sums.textContent()).toMatch(/For regulars\s*[-−]20\.00\s*Freight\s*15\.50\s*Net\s*195\.50.*195\.50/);
    await page.getByText('1100 Trade receivables').first().waitFor();
    await expectNothingSerious(page);
    expectNoProblems(person);
  });

  it('takes one back before it is posted', async () => {
    const { page } = person;
    await page.goto('/invoices/new');
    await tabTo(add());
    await page.keyboard.press('Enter');
    await focused(charge('Kind', 1));
    await tabTo(page.getByRole('button', { name: 'Remove charge 1' }));
    await page.keyboard.press('Enter');
    await charge('Kind', 1).waitFor({ state: 'detached' });
    await focused(add());
    expectNoProblems(person);
  });
});
