import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

const year = new Date().getUTCFullYear() - 1;

describe('an accountant with cost centres', () => {
  let person: Person;

  /** Makes what the settings make, as their page would. */
  const make = (path: string, body: object): Promise<{ id: string }> =>
    person.page.evaluate(
      async ([to, input]) => {
        const answer = await fetch(to, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify(input),
        });
        if (!answer.ok) throw new Error(await answer.text());
        return (await answer.json()) as { id: string };
      },
      [path, body] as const,
    );

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Centres Ltd', { currency: 'EUR', booksStartOn: `${year}-01-01` });
    const { id } = await make('/v1/dimensions', { code: 'CC', name: 'Cost centre' });
    const { id: parentId } = await make(`/v1/dimensions/${id}/values`, { code: 'ALL', name: 'Company' });
    await make(`/v1/dimensions/${id}/values`, { code: 'IT', name: 'Technology', parentId });
    await make(`/v1/dimensions/${id}/values`, { code: 'OUT', name: 'Abroad' });
  });
  afterAll(() => person.close());

  const line = (name: string, row: number) => person.page.getByLabel(`${name}, line ${row}`);
  const row = (name: RegExp) => person.page.getByRole('row', { name });
  const write = async (description: string, amount: string, centre: string) => {
    const { page } = person;
    await page.goto('/journals/new');
    await page.getByLabel('Date').first().fill(`${year}-03-10`);
    await page.getByRole('textbox', { name: 'Description', exact: true }).fill(description);
    await line('Account', 1).selectOption({ label: '6020 Rent' });
    await line('Debit', 1).fill(amount);
    if (centre !== '') {
      await line('Cost centre', 1).fill(centre);
      await page.getByRole('option', { name: new RegExp(centre, 'i') }).waitFor();
      await page.keyboard.press('Tab');
    }
    await line('Account', 2).selectOption({ label: '1020 Bank' });
    await line('Credit', 2).fill(amount);
  };

  it('names one in a line with the keyboard, and sees it in the entry', async () => {
    const { page } = person;
    await write('Rent of the rack', '500', 'tech');
    await page.getByText('Balanced').waitFor();
    await line('Cost centre', 1).and(page.locator('[value="IT Technology"]')).waitFor();
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('heading', { name: /^JRN-/ }).waitFor();
    await page.getByRole('cell', { name: 'IT Technology' }).waitFor();
  });

  it('keeps it in a draft and in a template', async () => {
    const { page } = person;
    await write('Rent abroad', '30', 'abroad');
    await page.getByRole('button', { name: 'Keep as template' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Keep as template' }).click();
    await page.getByText('Template “Rent abroad” is kept').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Draft of a journal' }).waitFor();
    await page.goto('/journals/templates');
    await page.getByRole('button', { name: 'Use', exact: true }).click();
    await dialog.getByLabel('Date').fill(`${year}-04-10`);
    await dialog.getByRole('button', { name: 'Use' }).click();
    await page.getByRole('heading', { name: 'Draft of a journal' }).waitFor();
    await line('Cost centre', 1).and(page.locator('[value="OUT Abroad"]')).waitFor();
    await page.getByRole('button', { name: 'Post' }).click();
    await page.getByRole('cell', { name: 'OUT Abroad' }).waitFor();
    await write('Rent for all', '7', '');
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByRole('heading', { name: /^JRN-/ }).waitFor();
  });

  it('reads a profit and loss of one with what is below it, and what it is made of', async () => {
    const { page } = person;
    await page.goto(`/reports/profit-and-loss?from=${year}-01-01&to=${year}-12-31`);
    await row(/^6020 Rent 537\.00$/).waitFor();
    await page.getByLabel('Cost centre').fill('company');
    await page.getByRole('option', { name: 'ALL Company' }).waitFor();
    await page.keyboard.press('Enter');
    await row(/^6020 Rent 500\.00$/).waitFor();
    await expectNothingSerious(page);
    await row(/^6020 Rent/)
      .getByRole('link')
      .click();
    await page.waitForURL(/\/reports\/ledger\/.*dimensions=/);
    await page.getByText('Rent of the rack').waitFor();
    await page.getByText('Rent abroad').waitFor({ state: 'detached' });
    await expectNothingSerious(page);
    await page.getByLabel('Cost centre').click();
    await page.getByRole('option', { name: 'Without Cost centre' }).click();
    await page.getByText('Rent for all').waitFor();
  });

  it('sets cost centres side by side, and opens one', async () => {
    const { page } = person;
    await page.goto(`/reports/profit-and-loss?from=${year}-01-01&to=${year}-12-31`);
    await page.getByLabel('Columns').selectOption({ label: 'By Cost centre' });
    await page.getByRole('columnheader', { name: 'ALL Company' }).waitFor();
    await row(/^6020 Rent 500\.00 30\.00 7\.00 537\.00$/).waitFor();
    await expectNothingSerious(page);
    await page.getByLabel('Values below').fill('company');
    await page.getByRole('option', { name: 'ALL Company' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('columnheader', { name: 'IT Technology' }).waitFor();
    await row(/^6020 Rent 500\.00 500\.00$/).waitFor();
    await expectNothingSerious(page);
    await page.getByLabel('Values below').fill('');
    await page.keyboard.press('Enter');
    await row(/^6020 Rent 500\.00 30\.00 7\.00 537\.00$/).waitFor();
    await page.goto(`/reports/balance-sheet?asOf=${year}-12-31`);
    await page.getByText('In balance').waitFor();
    await page.getByLabel('Cost centre').fill('abroad');
    await page.getByRole('option', { name: 'OUT Abroad' }).waitFor();
    await page.keyboard.press('Enter');
    await row(/^Other lines of the same entries 30\.00$/).waitFor();
    await expectNothingSerious(page);
  });

  it('lists the journal of one, and takes it along as a file', async () => {
    const { page } = person;
    await page.goto(`/reports/journal?from=${year}-01-01&to=${year}-12-31`);
    await row(/1020 Bank.*500\.00/).waitFor();
    await page.getByLabel('Cost centre').fill('company');
    await page.getByRole('option', { name: 'ALL Company' }).waitFor();
    await page.keyboard.press('Enter');
    await row(/1020 Bank/)
      .first()
      .waitFor({ state: 'detached' });
    await row(/6020 Rent.*500\.00/).waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines.slice(1).map((text) => text.replace(/,JRN-[^,]*,/, ',JRN,'))).toEqual([
      `${year}-03-10,JRN,6020,Rent,Rent of the rack,500.00,`,
    ]);
  });

  it('reads values side by side of some lines only, down to these lines', async () => {
    const { page } = person;
    await page.goto(`/reports/by-dimension?from=${year}-01-01&to=${year}-12-31`);
    await row(/^6020 Rent 500\.00 30\.00 7\.00 537\.00$/).waitFor();
    await page.getByLabel('Cost centre').fill('abroad');
    await page.getByRole('option', { name: 'OUT Abroad' }).waitFor();
    await page.keyboard.press('Enter');
    await row(/^6020 Rent – 30\.00 – 30\.00$/).waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()]);
    expect(await readFile(await download.path(), 'utf8')).toContain('6020,Rent,0.00,30.00,0.00,30.00');
    await page.getByRole('link', { name: '30.00' }).click();
    await page.waitForURL(/\/reports\/dimension-lines\/.*dimensions=/);
    await row(/Rent abroad.*6020 Rent.*OUT.*30\.00/).waitFor();
    await expectNothingSerious(page);
    // Nobody owes for it, and no tax was on it: both reports know the value, and say how they count.
    for (const path of [`/reports/ageing?asOf=${year}-12-31`, `/reports/taxes?from=${year}-01-01&to=${year}-12-31`]) {
      await page.goto(path);
      await page.getByText('A document counts with a value').waitFor();
      await page.getByLabel('Cost centre').fill('abroad');
      await page.getByRole('option', { name: 'OUT Abroad' }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/dimensions=/);
      await expectNothingSerious(page);
    }
    expectNoProblems(person);
  });
});
