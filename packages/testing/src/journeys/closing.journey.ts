import { afterAll, beforeAll, describe, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

describe('an accountant at the end of a month and of a year', () => {
  let person: Person;

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Closing Ltd', { currency: 'EUR', booksStartOn: '2025-01-01' });
  });
  afterAll(() => person.close());

  it('works off the checklist of a month and locks it, area by area and as a whole', async () => {
    const { page } = person;
    await page.goto('/closing');
    await page.getByRole('heading', { name: 'Fiscal year 2025' }).waitFor();
    await page.getByText('Nothing was posted into a locked area.').waitFor();
    await expectNothingSerious(page);
    await page.getByRole('link', { name: /^01\/01\/2025/ }).click();
    await page.getByRole('heading', { name: 'Done by hand' }).waitFor();
    await page.getByLabel('New task for every period').fill('Bank statements filed');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Bank statements filed' }).click();
    await page.getByRole('checkbox', { name: 'Bank statements filed', checked: true }).waitFor();
    await expectNothingSerious(page);
    await page.getByRole('link', { name: 'Periods and closing' }).first().click();
    const sales = page.getByRole('button', { name: /^Sales, 01\/02\/2025/ });
    await sales.click();
    await page.getByRole('button', { name: /^Sales, 01\/02\/2025/, pressed: true }).waitFor();
    // A lock holds through a day, so that the months before it are locked, too.
    await page.getByRole('button', { name: /^Sales, 01\/01\/2025/, pressed: true }).waitFor();
    await page.getByRole('button', { name: /^All books, 01\/01\/2025/ }).click();
    await page.getByRole('button', { name: /^All books, 01\/01\/2025/, pressed: true }).waitFor();
  });

  it('says why something must be posted past a lock', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'Post into a locked area' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('A late invoice');
    await expectNothingSerious(page);
    await dialog.getByRole('button', { name: 'Post into a locked area' }).click();
    await page.getByText(/General is open until .*: A late invoice/).waitFor();
  });

  it('opens a year of thirteen periods', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'Open a fiscal year' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Divided into').selectOption({ label: '13 periods of four weeks' });
    await expectNothingSerious(page);
    await dialog.getByRole('button', { name: 'Open a fiscal year' }).click();
    await page.getByText('13 periods of four weeks').first().waitFor();
  });

  it('closes a year although something is left to do, and opens it again', async () => {
    const { page } = person;
    await page.getByRole('region', { name: 'Fiscal year 2025' }).getByRole('link', { name: 'Year-end close' }).click();
    await page.getByText('This year has never been closed.').waitFor();
    await page.getByText('Periods that are not locked').waitFor();
    await expectNothingSerious(page);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Close the year' }).click();
    await dialog.getByLabel('Why it is closed all the same').fill('The auditor waits');
    await dialog.getByRole('button', { name: 'Close the year' }).click();
    await page.getByRole('button', { name: 'Reopen the year' }).waitFor();
    await page.getByText('Result €0.00').waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Reopen the year' }).click();
    await dialog.getByLabel('Reason').fill('A bill turned up');
    await dialog.getByRole('button', { name: 'Reopen the year' }).click();
    await page.getByText('A bill turned up').waitFor();
    await page.getByRole('button', { name: 'Close the year' }).waitFor();
    expectNoProblems(person);
  });
});
