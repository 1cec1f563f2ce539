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
:61:2603030303D99,00NTRFNONREF
:86:/TRTP/SEPA/NAME/Landlord/REMI/Rent for March/
:62F:C260303EUR888,50
-
`;

describe('a bookkeeper who reconciles a bank account', () => {
  let person: Person;
  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Abacus Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' });
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

const dollars = `:20:MARCH
:25:GB82WEST12345698765432
:28C:3/1
:60F:C260301USD0,00
:61:2603200320C119,00NTRFNONREF
:86:/TRTP/SEPA/NAME/Acme Inc/REMI/Thank you/
:61:2603210321D5,00NTRFNONREF
:86:/TRTP/SEPA/NAME/The Bank/REMI/Charges/
:62F:C260321USD114,00
-
`;

describe('a bookkeeper who reconciles an account in another currency', () => {
  let person: Person;
  let number: string;

  /** Calls the API as its pages do. */
  const call = <T>(method: string, path: string, body?: object): Promise<T> =>
    person.page.evaluate(
      async ([verb, address, text]) => {
        const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
        const answer = await fetch(`/v1${address}`, { method: verb, headers, ...(text ? { body: text } : {}) });
        if (!answer.ok) throw new Error(await answer.text());
        return (await answer.json()) as T;
      },
      [method, path, body ? JSON.stringify(body) : ''] as const,
    );

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Export Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' });
    const { items } = await call<{ items: { id: string; code: string }[] }>('GET', '/accounts?limit=200');
    const parentId = items.find(({ code }) => code === '1000')?.id;
    await call('POST', '/accounts', { code: '1025', name: 'Bank abroad', type: 'asset', parentId });
    for (const [validOn, rate] of [
      ['2026-03-01', '1.10'],
      ['2026-03-15', '1.25'],
    ])
      await call('PUT', '/exchange-rates', { currency: 'USD', validOn, rate });
    const customer = await call<{ id: string }>('POST', '/parties', { code: 'C1', name: 'Acme Inc', isCustomer: true });
    const lines = [{ description: 'Advice', quantity: '1', unitPrice: '119' }];
    const invoice = { customerId: customer.id, date: '2026-03-10', currency: 'USD', lines };
    number = (await call<{ number: string }>('POST', '/issued-invoices', invoice)).number;
  });
  afterAll(() => person.close());

  const list = () => person.page.getByRole('listbox', { name: 'Movements' });
  const worth = () => person.page.getByLabel('Worth in EUR');
  const apply = () => person.page.getByRole('button', { name: 'Apply' }).last();

  it('brings in its statement', async () => {
    const { page } = person;
    await page.goto('/bank-accounts/new');
    await page.getByLabel('Name').fill('Abroad');
    await page.getByLabel('IBAN or number').fill('GB82WEST12345698765432');
    await page.getByLabel('Currency').selectOption('USD');
    await page.getByLabel('Account of the chart').selectOption({ label: '1025 Bank abroad' });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Abroad' }).waitFor();
    const file = { name: 'march.sta', mimeType: 'text/plain', buffer: Buffer.from(dollars) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('march.sta: 2 new movements').waitFor();
    await page.getByRole('link', { name: 'Reconcile' }).press('Enter');
    await page.getByRole('heading', { name: 'Reconcile', exact: true }).waitFor();
    await page.getByRole('option', { name: /Acme Inc.*119\.00/ }).waitFor();
  });

  it('says what the bank made of a payment, and of that payment only', async () => {
    const { page } = person;
    await page.getByRole('checkbox', { name: new RegExp(number) }).check();
    await page.getByRole('status').filter({ hasText: 'Difference (1 movement)US$0.00' }).waitFor();
    await worth().fill('-92.37');
    await page.getByText('An amount above zero, whether it came in or went out').waitFor();
    expect(await apply().isDisabled()).toBe(true);
    await expectNothingSerious(page);
    await worth().fill('92.37');
    await list().press('ArrowDown');
    await expect.poll(() => worth().inputValue()).toBe('');
    await list().press('ArrowUp');
    await expect.poll(() => worth().inputValue()).toBe('92.37');
    await apply().press('Enter');
    await page.getByText('€92.37 in the books').waitFor();
    await page.getByRole('option', { name: /Acme Inc/ }).waitFor({ state: 'detached' });
  });

  it('leaves a fee to the rate of its day, and sees that bank and books agree', async () => {
    const { page } = person;
    await page.getByRole('option', { name: /The Bank/ }).waitFor();
    expect(await worth().inputValue()).toBe('');
    await page.getByLabel('Post the rest to').selectOption({ label: '6100 Bank charges' });
    await list().press('Enter');
    await page.getByText('€4.00 in the books').waitFor();
    await page.getByText('Nothing to match: every movement is in the books.').waitFor();
    await page.getByRole('row', { name: /Balance in the ledger: 1025.*\$114\.00/ }).waitFor();
    await page.getByRole('row', { name: /^Difference US\$0\.00/ }).waitFor();
    await page.getByRole('link', { name: /Balance in the ledger/ }).click();
    await page
      .getByRole('row', { name: /92\.37/ })
      .first()
      .waitFor();
    await page
      .getByRole('row', { name: /4\.00.*88\.37/ })
      .first()
      .waitFor();
    expectNoProblems(person);
  });
});
