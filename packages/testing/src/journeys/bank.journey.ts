import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoProblems, expectNothingSerious, newPerson, type Person, signUp } from './browser.ts';

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
    await signUp(person, 'Abacus Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' });
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
});
