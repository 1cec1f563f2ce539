import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoProblems, newPerson, type Person, signInToDemo, signUp } from './browser.ts';

describe('someone at the keyboard', () => {
  let person: Person;
  let number: string;

  beforeAll(async () => {
    person = await newPerson();
    await signInToDemo(person);
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

  /** Types into the focused picker and takes the first thing that it finds. */
  const choose = async (typed: string) => {
    const { page } = person;
    await page.keyboard.type(typed, { delay: 20 });
    await page.keyboard.press('Enter');
  };

  it('writes and posts an invoice without a mouse', async () => {
    const { page } = person;
    const { keyboard } = page;
    await page.goto('/invoices/new');
    await tabTo(page.getByRole('combobox', { name: 'Customer' }));
    await choose('a');
    await tabTo(page.getByRole('combobox', { name: 'Product, line 1' }));
    await choose('a');
    // The product brings its price along.
    await expect.poll(() => page.getByRole('textbox', { name: 'Unit price, line 1' }).inputValue()).not.toBe('');
    await tabTo(page.getByRole('textbox', { name: 'Quantity, line 1' }));
    await keyboard.press('Control+a');
    await keyboard.type('3');
    await keyboard.press('Tab');
    await keyboard.press('Control+a');
    await keyboard.type('1200*1.5');
    await keyboard.press('Tab');
    await expect.poll(() => page.locator('main').textContent()).toContain('5,400.00');
    await keyboard.press('Control+Shift+Enter');
    await page.waitForURL(/\/invoices\/[0-9a-f-]{36}$/);
    await page
      .getByText(/INV-\d{4}-\d{5}/)
      .first()
      .waitFor();
    const shown =
      (await page
        .getByText(/INV-\d{4}-\d{5}/)
        .first()
        .textContent()) ?? '';
    number = /INV-\d{4}-\d{5}/.exec(shown)?.[0] ?? '';
    expect(number).toMatch(/^INV-/);
    await page.getByText('Trade receivables').first().waitFor();
  });

  it('finds it in the list by typing its number', async () => {
    const { page } = person;
    await page.goto(`/invoices?q=${number}`);
    await page.getByText(number).first().waitFor();
    expectNoProblems(person);
  });

  it('is alone with it: another workspace sees nothing of it, by list, by link or by search', async () => {
    const address = await (async () => {
      await person.page.getByText(number).first().click();
      await person.page.waitForURL(/\/invoices\/[0-9a-f-]{36}/);
      return new URL(person.page.url()).pathname;
    })();
    const stranger = await newPerson();
    await signUp(stranger, 'Stranger Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' });
    await stranger.page.goto('/invoices');
    await stranger.page.getByRole('main').waitFor();
    expect(await stranger.page.locator('main').textContent()).not.toContain('INV-');
    const status = await stranger.page.evaluate(async (path) => (await fetch(`/v1${path}`)).status, address);
    expect(status).toBe(404);
    await stranger.page.goto(address);
    await stranger.page.getByRole('main').waitFor();
    expect(await stranger.page.locator('main').textContent()).not.toContain(number);
    await stranger.close();
  });
});
