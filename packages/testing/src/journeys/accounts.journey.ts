import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious, seriousIssues } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

const file = `code,name,type,subtype,parent_code,is_group
1,Assets,Asset,,,Y
11,Debtors,Asset,Receivable,1,N
12,Giro account,Asset,,1,N
4,Turnover,Income,,,N
`;

describe('an accountant', () => {
  let person: Person;

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Abacus Ltd', { currency: 'EUR', booksStartOn: '2026-01-01', chart: 'empty' });
  });
  afterAll(() => person.close());

  it('brings a chart of accounts along', async () => {
    const { page } = person;
    await page.goto('/accounts');
    await page.getByText('No accounts yet').waitFor();
    await page.getByRole('link', { name: 'Import a chart' }).press('Enter');
    await page.waitForURL('**/imports/new');
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'chart.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    await page.getByRole('button', { name: 'Check without writing' }).click();
    await page.getByRole('button', { name: 'Import 4 records' }).click();
    await page.getByText('Import done').first().waitFor();
    await page.goto('/accounts');
    const rows = page.getByRole('table', { name: 'Chart of accounts' }).getByRole('row');
    await rows.nth(4).waitFor();
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(5);
    await expectNothingSerious(page);
    expectNoProblems(person);
  });

  it('says what an account stands for, and adds one, by keyboard', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'Change 12 Giro account' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Stands for').selectOption({ label: 'Bank' });
    expect(await seriousIssues(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByRole('row', { name: /Giro account.*Bank/ }).waitFor();
    await page.getByRole('button', { name: 'New account' }).press('Enter');
    await dialog.getByLabel('Code').waitFor();
    await page.keyboard.type('13');
    await dialog.getByLabel('Name').fill('Cash box');
    await dialog.getByLabel('Below the heading').selectOption({ label: '1 Assets' });
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByRole('row', { name: /13\s*Cash box/ }).waitFor();
    expectNoProblems(person);
  });

  it('finds an account with the headings above it, and goes on to its ledger', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'Close 1 Assets' }).press('Enter');
    await expect.poll(() => page.getByRole('row').count(), { timeout: 10_000 }).toBe(3);
    await page.getByRole('searchbox').fill('giro');
    await page.getByRole('row', { name: /Giro account/ }).waitFor();
    await expect.poll(() => page.getByRole('row').count(), { timeout: 10_000 }).toBe(3);
    await page.getByRole('link', { name: 'Giro account' }).press('Enter');
    await page.waitForURL('**/reports/ledger/**');
    expectNoProblems(person);
  });
});
