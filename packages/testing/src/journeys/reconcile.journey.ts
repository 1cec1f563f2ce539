import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoProblems, expectNothingSerious, newPerson, type Person, signUp } from './browser.ts';

const statement = `:20:MARCH
:25:NL91ABNA0417164300
:28C:3/1
:60F:C260301EUR1000,00
:61:2603020302D12,50NTRFNONREF
:86:/TRTP/SEPA/NAME/Coffee Roasters/REMI/Beans for March/
:61:2603030303D99,00NTRFNONREF
:86:/TRTP/SEPA/NAME/Landlord/REMI/Rent for March/
:62F:C260303EUR888,50
-
`;

describe('a bookkeeper who reconciles a bank account', () => {
  let person: Person;
  beforeAll(async () => {
    person = await newPerson();
    await signUp(person, 'Abacus Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' });
  });
  afterAll(() => person.close());

  const option = (name: RegExp) => person.page.getByRole('option', { name });
  const difference = () => person.page.getByRole('row', { name: /^Difference/ }).getByRole('cell');

  it('imports a statement and opens what is to be matched', async () => {
    const { page } = person;
    await page.goto('/bank-accounts/new');
    await page.getByLabel('Name').fill('House bank');
    await page.getByLabel('IBAN or number').fill('NL91ABNA0417164300');
    await page.getByLabel('Account of the chart').selectOption({ label: '1020 Bank' });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'House bank' }).waitFor();
    const file = { name: 'march.sta', mimeType: 'text/plain', buffer: Buffer.from(statement) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('march.sta: 2 new movements').waitFor();
    await page.getByRole('link', { name: 'Reconcile' }).press('Enter');
    await page.getByRole('heading', { name: 'Reconcile', exact: true }).waitFor();
    await option(/Coffee Roasters/).waitFor();
    await page.getByText('No suggestion.').waitFor();
    await expectNothingSerious(page);
  });

  it('says what both movements are, sees the ledger follow, and takes it back by key', async () => {
    const { page } = person;
    const list = page.getByRole('listbox', { name: 'Movements' });
    await list.press('ArrowDown');
    await list.press(' ');
    await list.press('ArrowUp');
    await page.getByText('Difference (2 movements)').waitFor();
    await page.getByLabel('Post the rest to').selectOption({ label: '6090 Depreciation' });
    await list.press('Enter');
    await page.getByText('Nothing to match: every movement is in the books.').waitFor();
    await page
      .getByRole('row', { name: /Balance in the ledger/ })
      .getByText(/111\.50/)
      .waitFor();
    await expect.poll(() => difference().textContent()).toMatch(/1,000\.00/);
    await page.getByLabel('Show').selectOption('matched');
    await option(/Landlord/).waitFor();
    await list.press('u');
    await page.getByText('No movements like this').waitFor();
    await page.getByLabel('Show').selectOption('unmatched');
    await option(/Landlord/).waitFor();
    await expectNothingSerious(page);
    expectNoProblems(person);
  });
});
