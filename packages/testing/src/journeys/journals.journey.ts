import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

/** Some day of the year in which the books begin, in the past. */
const year = new Date().getUTCFullYear() - 1;

describe('an accountant with journals', () => {
  let person: Person;

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Ledger Ltd', { currency: 'EUR', booksStartOn: `${year}-01-01` });
  });
  afterAll(() => person.close());

  const line = (name: string, row: number) => person.page.getByLabel(`${name}, line ${row}`);
  const write = async (description: string, amount: string) => {
    const { page } = person;
    await page.goto('/journals/new');
    await page.getByLabel('Date').first().fill(`${year}-03-10`);
    await page.getByRole('textbox', { name: 'Description', exact: true }).fill(description);
    await line('Account', 1).selectOption({ label: '6020 Rent' });
    await line('Debit', 1).fill(amount);
    await line('Account', 2).selectOption({ label: '1020 Bank' });
  };

  it('is told what is missing while typing, and posts with the keyboard', async () => {
    const { page } = person;
    await page.goto('/journals');
    await page.getByText('No journal entries yet').waitFor();
    await expectNothingSerious(page);
    await write('Rent of March', '500');
    await page.getByText('€500.00 missing in credit').waitFor();
    await line('Credit', 2).fill('500');
    await page.keyboard.press('Enter');
    await page.getByText('Balanced').waitFor();
    // Enter on the last line that is filled goes to the blank one beneath.
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Account, line 3');
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('heading', { name: `JRN-${year}-000001` }).waitFor();
    await page.getByText('6020 Rent').waitFor();
  });

  it('pastes lines from a spreadsheet, keeps a draft, and finds it again', async () => {
    const { page } = person;
    // What is pasted is looked up in the chart, which comes after it.
    const chart = /\/v1\/accounts\?/;
    const { promise: pasted, resolve: sendChart } = Promise.withResolvers<void>();
    await page.route(chart, (route) => pasted.then(() => route.continue()));
    await page.goto('/journals/new');
    await page.getByRole('textbox', { name: 'Description', exact: true }).fill('Insurance');
    await line('Account', 1).focus();
    const rows = '6070\tCar\t120.00\t\n6020\tHouse\t80.00\t\n1020\tBoth\t\t200.00\n';
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(rows)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    expect(await line('Account', 1).getByRole('option').count()).toBe(1);
    sendChart();
    await page.getByText('Balanced').waitFor();
    await page.unroute(chart);
    await expect.poll(() => line('Account', 2).locator('option:checked').textContent()).toBe('6020 Rent');
    expect(await line('Credit', 3).inputValue()).toBe('200.00');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The draft is kept').waitFor();
    await page.goto('/journals/drafts');
    await page.getByRole('link', { name: 'Insurance' }).waitFor();
    await expectNothingSerious(page);
    await page.getByRole('link', { name: 'Insurance' }).click();
    await line('Description', 2).waitFor();
    expect(await line('Description', 2).inputValue()).toBe('House');
    await page.getByRole('button', { name: 'Post' }).click();
    await page.getByRole('heading', { name: /^JRN-/ }).waitFor();
  });

  it('cannot post alone what is above the limit, and takes it back', async () => {
    const { page } = person;
    await page.goto('/journals/waiting');
    await page.getByText('Nothing waits for you').waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'No approval limit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Amount').fill('1000');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Approval above €1,000.00' }).waitFor();
    await write('Rent of the year', '6000');
    await line('Credit', 2).fill('6000');
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByText('Awaiting approval').waitFor();
    await expectNothingSerious(page);
    expect(await page.getByRole('button', { name: 'Approve and post' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Take back' }).click();
    await dialog.getByLabel('Reason').fill('Too early');
    await dialog.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('Sent back: Too early').waitFor();
  });

  it('repeats a journal, and its dates that have passed are posted', async () => {
    const { page } = person;
    await write('Rent every quarter', '300');
    await line('Credit', 2).fill('300');
    await page.getByRole('button', { name: 'Repeat' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Every').fill('3');
    await dialog.getByLabel('Unit').selectOption('month_end');
    await dialog.getByLabel('Last date').fill(`${year}-09-30`);
    await page.keyboard.press('Tab');
    await expectNothingSerious(page);
    await dialog.getByRole('button', { name: 'Repeat' }).click();
    await page.getByText('Rent every quarter').first().waitFor();
    await expectNothingSerious(page);
    const entries = page.getByRole('link', { name: /^JRN-/ });
    const posted = async () => {
      await page.goto('/journals?q=quarter');
      // The list comes after the page; what is not there yet is asked for again.
      await entries
        .nth(2)
        .waitFor({ timeout: 5000 })
        .catch(() => undefined);
      return entries.count();
    };
    await expect.poll(posted, { timeout: 60_000, interval: 1000 }).toBe(3);
  });

  it('keeps a template with a blank, and makes a draft of it', async () => {
    const { page } = person;
    await write('Rent', '');
    await page.getByRole('button', { name: 'Keep as template' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Keep as template' }).click();
    await page.getByText('Template “Rent” is kept').waitFor();
    await page.getByRole('textbox', { name: 'Description', exact: true }).fill('');
    await page.goto('/journals/templates');
    await page.getByRole('button', { name: 'Use', exact: true }).click();
    await expectNothingSerious(page);
    await dialog.getByRole('button', { name: 'Use' }).click();
    await page.getByRole('heading', { name: 'Draft of a journal' }).waitFor();
    await line('Account', 3).waitFor();
    expectNoProblems(person);
  });
});
