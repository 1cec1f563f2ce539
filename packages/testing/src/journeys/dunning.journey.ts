import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person } from './browser.ts';
import { mailTo } from './mail.ts';
import { openBooks } from './open-books.ts';

const year = new Date().getUTCFullYear();

/** Calls the API as the page does. */
async function call<T>(person: Person, method: string, path: string, body: unknown): Promise<T> {
  const answer = await person.page.evaluate(
    async ([verb, address, text]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const response = await fetch(`/v1${address}`, { method: verb as string, headers, body: text as string });
      return { status: response.status, body: await response.json() };
    },
    [method, path, JSON.stringify(body)],
  );
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body as T;
}

describe('someone whose customers have not paid', () => {
  let person: Person;
  let customerId: string;
  let reminderPath: string;
  const email = `late-${Date.now()}@customer.example`;

  beforeAll(async () => {
    person = await newPerson();
    await openBooks(person, 'Patience Ltd', { currency: 'EUR', booksStartOn: `${year}-01-01` });
    const about = { code: 'LATE', name: 'Late & Sons', isCustomer: true, paymentTermDays: 0, email };
    customerId = (await call<{ id: string }>(person, 'POST', '/parties', about)).id;
    const invoice = { customerId, lines: [{ description: 'Repair', quantity: '1', unitPrice: '240' }] };
    for (const day of ['03-01', '03-02']) await call(person, 'POST', '/issued-invoices', { ...invoice, date: `${year}-${day}` });
  });
  afterAll(() => person.close());

  it('sees that nobody was reminded yet, and sets what the last level costs', async () => {
    const { page } = person;
    await page.goto('/dunning');
    await page.getByText('No reminders yet').waitFor();
    await expectNothingSerious(page);
    await page.goto('/settings/dunning');
    await page.getByRole('heading', { name: 'Level 3' }).waitFor();
    await page.getByRole('textbox', { name: 'Fee', exact: true }).last().fill('7.50');
    await page.getByRole('combobox', { name: 'Fee is credited to' }).last().selectOption({ label: '4800 Other income' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The levels are saved').waitFor();
    await expectNothingSerious(page);
  });

  it('has runs proposed every week, then every month, then by hand again', async () => {
    const { page } = person;
    const [every, day] = [page.getByRole('combobox', { name: 'Propose a run' }), page.getByRole('combobox', { name: 'Day' })];
    const level = page.getByRole('combobox', { name: 'From level' });
    const sends = page.getByRole('checkbox', { name: 'Send what is proposed at once, without review' });
    const next = page.getByText(/^Next on /);
    const save = async () => {
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('The levels are saved').last().waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Level 3' }).waitFor();
    };
    // Not today, when the run would be proposed at once.
    const [tomorrow, later] = [1, 2].map((days) => new Date(Date.now() + days * 86_400_000)) as [Date, Date];
    const read = (each: Date) => each.toLocaleDateString('en-GB', { timeZone: 'UTC' });
    const [weekday, dayOfMonth] = [String(later.getUTCDay() || 7), String(tomorrow.getUTCDate())];
    await page.goto('/settings/dunning');
    expect(await every.inputValue()).toBe('off');
    expect(await day.count()).toBe(0);
    await every.selectOption({ label: 'Every week' });
    await day.selectOption(weekday);
    await level.selectOption('2');
    await sends.check();
    await expectNothingSerious(page);
    await save();
    expect([await every.inputValue(), await day.inputValue(), await level.inputValue()]).toEqual(['week', weekday, '2']);
    expect(await sends.isChecked()).toBe(true);
    expect(await next.textContent()).toBe(`Next on ${read(later)}`);

    await every.selectOption({ label: 'Every month' });
    await page.getByText('In shorter months on the last day').waitFor();
    await day.selectOption(dayOfMonth);
    await sends.uncheck();
    await save();
    expect([await every.inputValue(), await day.inputValue(), await sends.isChecked()]).toEqual(['month', dayOfMonth, false]);
    expect(await next.textContent()).toBe(`Next on ${read(tomorrow)}`);

    await every.selectOption({ label: 'By hand only' });
    await save();
    expect(await every.inputValue()).toBe('off');
    expect(await next.count()).toBe(0);
    expectNoProblems(person);
  });

  it('proposes a run, and leaves one invoice out', async () => {
    const { page } = person;
    await page.goto('/dunning/new');
    await page.getByRole('textbox', { name: 'As of' }).fill(`${year}-04-30`);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /^Reminders of/ }).waitFor();
    await page.getByText('1 customer, 2 items, fees €7.50').waitFor();
    await expectNothingSerious(page);
    await page.getByRole('checkbox', { name: `Remind of INV-${year}-00002` }).click();
    await page.getByText('1 customer, 1 item, fees €7.50').waitFor();
  });

  it('confirms it: the customer gets a mail with the fee', async () => {
    const { page } = person;
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Send reminders' }).click();
    await page.getByText('1 reminder', { exact: true }).waitFor();
    const mail = await mailTo(person, email, /^Last reminder from Patience Ltd$/);
    expect(mail.text).toContain(`INV-${year}-00001, due 1 Mar ${year}: 240.00 EUR`);
    expect(mail.text).toContain('Total: 247.50 EUR');
    await page.getByRole('link', { name: 'Reminder', exact: true }).click();
    await page.getByRole('heading', { name: `REM-${year}-00001` }).waitFor();
    reminderPath = new URL(page.url()).pathname;
    await page.getByRole('cell', { name: '4800 Other income' }).waitFor();
    await expectNothingSerious(page);
  });

  it('finds the reminder and its fee with the customer', async () => {
    const { page } = person;
    await page.goto(`/customers/${customerId}`);
    await page.getByRole('link', { name: new RegExp(`REM-${year}-00001`) }).waitFor();
    await expectNothingSerious(page);
    const open = await call<{ items: { documentNumber: string }[] }>(
      person,
      'GET',
      `/open-items?partyId=${customerId}`,
      undefined,
    );
    expect(open.items.map(({ documentNumber }) => documentNumber)).toContain(`REM-${year}-00001`);
  });

  it('takes it back, and the fee is open no more', async () => {
    const { page } = person;
    await page.goto(reminderPath);
    await page.getByRole('button', { name: 'Take back' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Date' }).fill(`${year}-05-02`);
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Paid in cash');
    await dialog.getByRole('button', { name: 'Take back' }).click();
    await page.getByText(/^Taken back on/).waitFor();
    const open = await call<{ items: { documentNumber: string }[] }>(
      person,
      'GET',
      `/open-items?partyId=${customerId}`,
      undefined,
    );
    expect(open.items.map(({ documentNumber }) => documentNumber)).not.toContain(`REM-${year}-00001`);
    expectNoProblems(person);
  });
});
