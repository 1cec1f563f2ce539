import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

const year = new Date().getUTCFullYear();

describe('an accountant who reads statements', () => {
  let person: Person;

  /** Posts an entry as the page would. */
  const post = (date: string, debit: string, credit: string, amount: string) =>
    person.page.evaluate(
      async ([day, to, from, sum]) => {
        const { items } = (await (await fetch('/v1/accounts?limit=200')).json()) as { items: { id: string; code: string }[] };
        const idOf = (code: string) => items.find((account) => account.code === code)?.id;
        const lines = [
          { accountId: idOf(to), debit: sum },
          { accountId: idOf(from), credit: sum },
        ];
        const answer = await fetch('/v1/journals', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify({ date: day, description: 'Posted', lines }),
        });
        if (!answer.ok) throw new Error(await answer.text());
      },
      [date, debit, credit, amount] as const,
    );

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Reports Ltd', { currency: 'EUR', booksStartOn: `${year - 1}-01-01` });
    await post(`${year - 1}-03-10`, '1020', '4010', '1000.00');
    await post(`${year}-02-10`, '1020', '4010', '1500.00');
    await post(`${year}-02-11`, '6020', '1020', '400.00');
    await post(`${year}-02-12`, '1510', '1020', '300.00');
  });
  afterAll(() => person.close());

  const row = (name: RegExp) => person.page.getByRole('row', { name });

  it('sets a year beside the one before, with what they differ in', async () => {
    const { page } = person;
    await page.goto(`/reports/profit-and-loss?from=${year}-01-01&to=${year}-12-31`);
    await row(/^4010 Sales 1,500\.00$/).waitFor();
    await page.getByLabel('Columns').selectOption({ label: 'Year before' });
    await row(/^4010 Sales 1,500\.00 1,000\.00 500\.00 50 %$/).waitFor();
    await row(/^Profit 1,100\.00 1,000\.00 100\.00 10 %$/).waitFor();
    expect(page.url()).toContain('columns=year_before');
    await expectNothingSerious(page);
  });

  it('closes and opens a heading with the keyboard', async () => {
    const { page } = person;
    const heading = page.getByRole('button', { name: 'Operating expenses' });
    await heading.focus();
    await page.keyboard.press('Enter');
    await row(/6020 Rent/).waitFor({ state: 'detached' });
    expect(await heading.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reports\/ledger\//);
    await page.getByRole('link', { name: /^JRN-/ }).click();
    await page.getByText('400.00').first().waitFor();
  });

  it('reads where cash came from and went, and the books as they were known', async () => {
    const { page } = person;
    await page.goto(`/reports/cash-flow?from=${year}-01-01&to=${year}-12-31`);
    await row(/^Cash from investing activities -300\.00$/).waitFor();
    await row(/^Cash at the beginning 1,000\.00$/).waitFor();
    await row(/^Cash at the end 1,800\.00$/).waitFor();
    await expectNothingSerious(page);
    await page.goto(`/reports/balance-sheet?asOf=${year}-12-31&columns=month`);
    await page.getByText('In balance').waitFor();
    await expectNothingSerious(page);
    await page.goto(`/reports/balance-sheet?asOf=${year}-12-31&knownOn=2020-01-01`);
    await page.getByText('Nothing was posted in these dates').waitFor();
  });

  it('lists the journal, and takes it along as a file', async () => {
    const { page } = person;
    await page.goto(`/reports/journal?from=${year}-01-01&to=${year}-12-31`);
    await row(/1510 Equipment.*300\.00/).waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()]);
    expect(download.suggestedFilename()).toBe(`journal-${year}-01-01-${year}-12-31.csv`);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('1510,Equipment,Posted,300.00,');
    expect(text.trim().split('\n')).toHaveLength(7);
  });

  it('takes a statement along as PDF', async () => {
    const { page } = person;
    await page.goto(`/reports/trial-balance?asOf=${year}-12-31`);
    await row(/^Total 2,500\.00 2,500\.00$/).waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'PDF' }).click()]);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('met no error', () => expectNoProblems(person));
});
