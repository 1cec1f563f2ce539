import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person, signInToDemo } from './browser.ts';
import { openBooks } from './open-books.ts';

/** Opens a page whose scripts are held back: it is seen, and not alive before `arrive`. */
async function openSlowly(page: Page, path: string): Promise<{ arrive: () => Promise<void> }> {
  const scripts = Promise.withResolvers<void>();
  await page.route('**/_next/static/**/*.js', async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator('main').getByRole('textbox').or(page.locator('main').getByRole('searchbox')).first().waitFor();
  return {
    arrive: async () => {
      scripts.resolve();
      await page.unrouteAll({ behavior: 'wait' });
    },
  };
}

/** Where everything stands that waits for its page, and in which colours. */
const looks = (page: Page, within = 'main'): Promise<string[]> =>
  page.locator(`:is(${within}) :is(input, select, textarea, button)`).evaluateAll((controls) =>
    controls.map((control) => {
      const { offsetLeft, offsetTop, offsetWidth, offsetHeight, ownerDocument } = control;
      const style = ownerDocument.defaultView?.getComputedStyle(control);
      return [offsetLeft, offsetTop, offsetWidth, offsetHeight, style?.color, style?.backgroundColor, style?.opacity].join();
    }),
  );

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
    await openBooks(stranger, 'Stranger Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' });
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

  it('types before a page is alive, and nothing is lost', async () => {
    const { page } = person;
    const { arrive } = await openSlowly(page, '/customers/new');
    const code = page.getByRole('textbox', { name: 'Code', exact: true });
    const name = page.getByRole('textbox', { name: 'Name', exact: true }).first();
    // What nobody would know of is not shown either.
    await name.focus();
    await page.keyboard.type('Too early');
    expect(await name.inputValue()).toBe('');
    const before = await looks(page);
    const typing = name.fill('Early Bird Ltd');
    await arrive();
    await typing;
    await code.fill(`E-${Date.now()}`);
    await page.getByRole('button', { name: 'Save' }).focus();
    expect(await looks(page)).toEqual(before);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Early Bird Ltd' }).waitFor();
  });

  it.each([
    ['/customers/new', 'code'],
    ['/invoices/new', 'customer'],
    ['/bills/new', 'supplier'],
    ['/journals/new', 'description'],
  ])('goes on in the first field of %s once it is alive', async (path, field) => {
    const { page } = person;
    const { arrive } = await openSlowly(page, path);
    await arrive();
    await page.locator(`[name="${field}"]:focus`).waitFor();
  });

  it('clicks in the bar above and beside a page that is not alive yet, and no click is lost', async () => {
    const { page } = person;
    const { arrive } = await openSlowly(page, '/customers');
    const frame = 'header, nav';
    const before = await looks(page, frame);
    const [collapse, search] = [
      page.getByRole('button', { name: 'Collapse' }),
      page.getByRole('banner').getByRole('button', { name: 'Search' }),
    ];
    for (const button of [collapse, search, page.getByRole('banner').getByRole('button').last()])
      expect(await button.isDisabled()).toBe(true);
    await expectNothingSerious(page);
    const clicking = collapse.click();
    await arrive();
    await clicking;
    await page.getByRole('button', { name: 'Expand' }).click();
    await collapse.waitFor();
    // What lies below the mouse looks different.
    await page.mouse.move(700, 500);
    // What runs is told beside it, where room was left for it.
    await expect.poll(() => looks(page, frame), { timeout: 5000 }).toEqual(expect.arrayContaining(before));
    await search.click();
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
  });

  it('searches a list that is not alive yet', async () => {
    const { page } = person;
    const { arrive } = await openSlowly(page, '/customers');
    const typing = page.locator('main').getByRole('searchbox').fill('nobody of this name');
    await arrive();
    await typing;
    await page.getByText('Nothing matches').waitFor();
    expectNoProblems(person);
  });
});
