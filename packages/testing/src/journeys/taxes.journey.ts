import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

const year = new Date().getUTCFullYear();

describe('an accountant with taxes', () => {
  let person: Person;

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Duty Ltd', { currency: 'EUR', booksStartOn: `${year}-01-01` });
  });
  afterAll(() => person.close());

  const save = async () => {
    await person.page.keyboard.press('Control+Enter');
    await person.page.waitForURL(/\/taxes$/);
  };

  it('defines taxes with their rates: one that is owed, one that is withheld, and both as a group', async () => {
    const { page } = person;
    await page.goto('/taxes');
    await page.getByText('No taxes yet').waitFor();
    await expectNothingSerious(page);
    await page.goto('/taxes/new');
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill('V19');
    await page.getByLabel('Name').fill('VAT');
    await page.getByLabel('Per cent').fill('19');
    await expectNothingSerious(page);
    await save();
    await page.getByRole('row', { name: /V19.*19/ }).waitFor();
    await page.goto('/taxes/new');
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill('W10');
    await page.getByLabel('Name').fill('Withheld');
    await page.getByRole('combobox', { name: 'Is', exact: true }).selectOption({ label: 'Withheld from the payment' });
    await page.getByLabel('Per cent').fill('10');
    await page.getByLabel('Account when selling').selectOption({ label: '1300 Input tax' });
    await save();
    await page.goto('/taxes/new');
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill('BOTH');
    await page.getByLabel('Name').fill('VAT and withheld');
    await page.getByLabel('Worked out as').selectOption({ label: 'Group of taxes' });
    await page.getByLabel('V19 · VAT').check();
    await page.getByLabel('W10 · Withheld').check();
    await expectNothingSerious(page);
    await save();
    await page.getByRole('row', { name: /BOTH.*V19 \+ W10/ }).waitFor();
    expectNoProblems(person);
  });

  it('changes what a tax is from a day on', async () => {
    const { page } = person;
    await page.getByRole('link', { name: 'V19' }).click();
    await page.getByRole('button', { name: 'Add a rate' }).click();
    const day = page.getByRole('textbox', { name: 'From', exact: true }).last();
    await day.fill(`${year + 1}-01-01`);
    await page.getByLabel('Per cent').last().fill('21');
    await save();
    await page.getByRole('row', { name: /V19.*19/ }).waitFor();
    expectNoProblems(person);
  });

  it('sells with several taxes on a line, and sees each while it is typed', async () => {
    const { page } = person;
    await page.goto('/customers/new');
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Ada');
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill('C1');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
    await page.goto(`/invoices/new?customer=${page.url().split('/').at(-1)}`);
    await page.getByRole('textbox', { name: 'Description, line 1' }).fill('Royalty');
    await page.getByRole('textbox', { name: 'Quantity, line 1' }).fill('1');
    await page.getByRole('textbox', { name: 'Unit price, line 1' }).fill('100');
    const taxes = page.getByRole('combobox', { name: 'Tax, line 1' });
    await taxes.selectOption({ label: 'V19' });
    await taxes.selectOption({ label: 'V19 + W10' });
    const totals = page.getByRole('status', { name: 'Totals' });
    await expect.poll(() => totals.textContent()).toMatch(/100\.00.*VAT.*19\.00.*Total.*119\.00.*To be paid.*109\.00/);
    await expectNothingSerious(page);
    await page.keyboard.press('Control+Shift+Enter');
    await page.waitForURL(/\/invoices\/[0-9a-f-]{36}$/);
    await page.getByText('VAT on 100.00').waitFor();
    await page.getByText('Withheld on 100.00').waitFor();
    await expectNothingSerious(page);
    expectNoProblems(person);
  });

  it('reads the report, which ties to the ledger and leads to the document', async () => {
    const { page } = person;
    await page.goto(`/reports/taxes?from=${year}-01-01&to=${year}-12-31`);
    await page.getByRole('row', { name: /V19 · VAT.*Sales.*1.*100\.00.*19\.00/ }).waitFor();
    await page.getByRole('row', { name: /2200 Output tax.*19\.00.*19\.00/ }).waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()]);
    expect(download.suggestedFilename()).toBe(`taxes-${year}-01-01-${year}-12-31.csv`);
    expect(await readFile(await download.path(), 'utf8')).toContain('V19,VAT,Sales,1,100.00,19.00,,');
    await page.getByRole('button', { name: 'V19 · VAT' }).click();
    await page.getByRole('table', { name: 'Documents of the tax' }).waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Export: Documents of the tax' }).click();
    const [documents] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()]);
    expect(documents.suggestedFilename()).toBe(`tax-documents-V19-sale-${year}-01-01-${year}-12-31.csv`);
    expect(await readFile(await documents.path(), 'utf8')).toMatch(/Invoice to Ada,100\.00,19\.00/);
    await page.getByRole('link', { name: 'Invoice to Ada' }).click();
    await page.waitForURL(/\/invoices\/[0-9a-f-]{36}$/);
    // Above the total what is part of it, below it what is kept back.
    await page.getByText('Withheld on 100.00').waitFor();
    const sums = page.locator('dl').filter({ hasText: 'To be paid' });
    expect(await sums.textContent()).toMatch(
      /VAT on 100\.00\s*19\.00\s*Total \(EUR\)\s*119\.00\s*Withheld on 100\.00\s*[-−]10\.00\s*To be paid\s*109\.00/,
    );
    expectNoProblems(person);
  });
});
