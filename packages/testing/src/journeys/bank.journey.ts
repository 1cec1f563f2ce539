import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { openBooks } from './open-books.ts';

const statement = `:20:MARCH
:25:NL91ABNA0417164300
:28C:3/1
:60F:C260301EUR1000,00
:61:2603020302D12,50NTRFNONREF
:86:/TRTP/SEPA/NAME/Coffee Roasters/REMI/Beans for March/
:61:2603020302D12,50NTRFNONREF
:86:/TRTP/SEPA/NAME/Coffee Roasters/REMI/Beans for March/
:61:2603040304C238,00NTRFINV-7
:86:/TRTP/SEPA/NAME/Customer One/REMI/INV-7/
:62F:C260304EUR1200,00
-
`;

const table = 'Date;Text;Amount\n05.03.2026;Card;-7,25\n06.03.2026;Refund;1.007,25\n';

describe('a bookkeeper at the bank', () => {
  let person: Person;
  const drop = (name: string, text: string) =>
    person.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Abacus Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' });
  });
  afterAll(() => person.close());

  it('creates a bank account, by keyboard', async () => {
    const { page } = person;
    await page.goto('/bank-accounts');
    await page.getByText('No bank accounts yet').waitFor();
    await page.goto('/bank-accounts/new');
    await page.getByLabel('Name').fill('House bank');
    await page.getByLabel('IBAN or number').fill('NL91 ABNA 0417 1643 01');
    await page.getByLabel('Account of the chart').selectOption({ label: '1020 Bank' });
    await page.keyboard.press('Control+Enter');
    await page.getByText(/is no IBAN/).waitFor();
    await page.getByLabel('IBAN or number').fill('NL91 ABNA 0417 1643 00');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'House bank' }).waitFor();
    await page.getByText('No movements yet').waitFor();
    await expectNothingSerious(page);
  });

  it('imports a statement, and again: nothing is added, and what does not balance is said', async () => {
    const { page } = person;
    await drop('march.sta', statement);
    await page.getByText('march.sta: 3 new movements').waitFor();
    const rows = page.getByRole('table', { name: 'Movements' }).getByRole('row');
    await page.getByRole('cell', { name: '238.00' }).waitFor();
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(4);
    await page.getByText(/Does not balance: 1000\.00/).waitFor();
    await expectNothingSerious(page);
    await drop('march.sta', statement);
    await page.getByText('march.sta: nothing new').waitFor();
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(4);
    await page.getByRole('searchbox', { name: 'Search movements' }).fill('beans');
    await page.getByRole('cell', { name: '238.00' }).waitFor({ state: 'detached' });
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(3);
    expectNoProblems(person);
  });

  it('says what the columns of a table hold, sees how it is read, and imports it', async () => {
    const { page } = person;
    await page.getByRole('link', { name: 'CSV columns' }).press('Enter');
    await page.waitForURL('**/csv');
    await page.getByRole('heading', { name: 'Columns of CSV files' }).waitFor();
    await drop('march.csv', table);
    await page.getByLabel('Amount with sign').selectOption({ label: '3: Amount' });
    await page.getByLabel('Remittance text').selectOption({ label: '2: Text' });
    await page.getByRole('button', { name: 'Preview' }).press('Enter');
    await page.getByRole('row', { name: /Refund.*1,007\.25/ }).waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Save columns' }).press('Enter');
    await page.getByText('Columns saved').first().waitFor();
    await page.getByRole('link', { name: 'House bank' }).press('Enter');
    await page.getByRole('heading', { name: 'Import a statement' }).waitFor();
    await drop('march.csv', table);
    await page.getByText('march.csv: 2 new movements').waitFor();
    await page.getByRole('cell', { name: '1,007.25' }).waitFor();
    expectNoProblems(person);
  });

  it('says what movements that look alike are, and in which order rules are tried', async () => {
    const { page } = person;
    await page.goto('/bank-accounts');
    await page.getByRole('link', { name: 'House bank' }).first().click();
    await page.getByRole('link', { name: 'Matching rules' }).click();
    await page.getByText('No matching rules yet').waitFor();
    await expectNothingSerious(page);
    const dialog = page.getByRole('dialog');
    const add = async (name: string, fill: () => Promise<void>) => {
      await page.getByRole('button', { name: 'New rule' }).click();
      await dialog.locator('[name=name]').fill(name);
      await fill();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('row', { name: new RegExp(name) }).waitFor();
      await dialog.waitFor({ state: 'detached' });
    };
    await add('Beans', async () => {
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText(/A rule must ask for something/).waitFor();
      await dialog.locator('[name=words]').fill('beans');
      await dialog.getByLabel('Money').selectOption({ label: 'goes out' });
      const account = dialog.getByRole('combobox', { name: 'Then' });
      const expense = await account.locator('option', { hasText: /^6/ }).first().textContent();
      await account.selectOption({ label: expense ?? '' });
      await dialog.getByLabel('Applied without a person').check();
      await expectNothingSerious(page);
    });
    await add('Large', async () => dialog.getByLabel('At least (EUR)').fill('1000'));
    const rows = page.getByRole('table', { name: 'Matching rules' }).getByRole('row');
    await rows.filter({ hasText: /^1\D*Beans.*goes out, says “beans”.*Posts to 6.*automatic/ }).waitFor();
    await rows.filter({ hasText: /^2\D*Large.*at least €1,000\.00.*Settles open items/ }).waitFor();
    await page.getByRole('button', { name: 'Move Large up' }).press('Enter');
    await rows.filter({ hasText: /^1\D*Large/ }).waitFor();
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Large', exact: true }).click();
    await dialog.getByLabel('At most (EUR)').fill('5000');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await rows.filter({ hasText: '€1,000.00 to €5,000.00' }).waitFor();
    await page.getByRole('button', { name: 'Archive Beans' }).click();
    await page.getByText('Beans is not tried any more').waitFor();
    await rows.filter({ hasText: 'Beans' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await rows.filter({ hasText: /^2\D*Beans/ }).waitFor();
    expectNoProblems(person);
  });
});
