import { uuidv7 } from '@atlas/kernel';
import { asAdministrator, newBooks, newWorld, testDatabase, violations } from '@atlas/testing';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { setUpCompany } from '../company/set-up-company.ts';
import { listFiscalYears } from '../periods/list-fiscal-years.ts';
import { lockPeriod } from '../periods/lock-period.ts';
import { unlockPeriod } from '../periods/unlock-period.ts';
import { readTrialBalance } from '../reports/read-trial-balance.ts';
import { getJournal } from './get-journal.ts';
import { postJournal } from './post-journal.ts';
import { reverseJournal } from './reverse-journal.ts';

type Books = Awaited<ReturnType<typeof newBooks>>;

const rent = (books: Books, amount = '500.00', date = '2026-02-10') => ({
  date,
  description: 'Rent',
  lines: [
    { accountId: books.account('6020'), debit: amount },
    { accountId: books.account('1020'), credit: amount },
  ],
});

const periodOf = async (books: Books, startsOn: string) => {
  const { items } = await books.run(listFiscalYears, {});
  return items.flatMap(({ periods }) => periods).find((period) => period.startsOn === startsOn)?.id ?? '';
};

/** Runs statements as the app role inside a tenant, past the application. */
async function asApp<T extends pg.QueryResultRow>(tenantId: string, text: string, values: unknown[] = []): Promise<T[]> {
  const { urls } = await testDatabase();
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    const { rows } = await client.query<T>(text, values);
    await client.query('commit');
    return rows;
  } finally {
    await client.end();
  }
}

describe('a journal entry', () => {
  it('is numbered, dated and balanced as it was posted', async () => {
    const books = await newBooks();
    const entry = await books.run(postJournal, rent(books));
    expect(entry).toMatchObject({
      number: 'JRN-2026-000001',
      date: '2026-02-10',
      total: { amount: '500.00', currency: 'EUR' },
      reversalOfId: null,
    });
    expect(await books.run(getJournal, { id: entry.id })).toEqual(entry);
  });

  it.each([
    ['a cent off', { debit: '500.01' }, 'accounting.unbalanced_entry'],
    ['too many decimals', { debit: '500.001' }, 'too_many_decimals'],
  ])('is refused when %s, and changes nothing', async (_case, change, code) => {
    const books = await newBooks();
    const input = rent(books);
    Object.assign(input.lines[0] as object, change);
    await expect(books.run(postJournal, input)).rejects.toMatchObject({ code });
    expect((await books.run(readTrialBalance, { asOf: '2026-12-31' })).rows).toEqual([]);
  });

  it('is refused where no fiscal year is, on a heading, on receivables, and before the books are set up', async () => {
    const books = await newBooks();
    await expect(books.run(postJournal, rent(books, '1.00', '2020-01-01'))).rejects.toMatchObject({
      code: 'accounting.no_period',
    });
    const on = (code: string) => ({
      ...rent(books),
      lines: [
        { accountId: books.account(code), debit: '1' },
        { accountId: books.account('1020'), credit: '1' },
      ],
    });
    await expect(books.run(postJournal, on('6000'))).rejects.toMatchObject({ code: 'accounting.account_takes_no_postings' });
    await expect(books.run(postJournal, on('1100'))).rejects.toMatchObject({ code: 'accounting.control_account' });
    const empty = await newWorld();
    await expect(empty.run(postJournal, rent(books))).rejects.toMatchObject({ code: 'accounting.not_set_up' });
  });

  it("cannot touch another tenant's account", async () => {
    const [books, other] = [await newBooks(), await newBooks()];
    const input = rent(books);
    (input.lines[0] as { accountId: string }).accountId = other.account('6020');
    await expect(books.run(postJournal, input)).rejects.toMatchObject({ code: 'accounting.unknown_account' });
  });

  it('is undone by one reversal, once', async () => {
    const books = await newBooks();
    const entry = await books.run(postJournal, rent(books));
    const reversal = await books.run(reverseJournal, { id: entry.id, date: '2026-02-28' });
    expect(reversal).toMatchObject({ reversalOfId: entry.id, number: 'JRN-2026-000002' });
    await expect(books.run(reverseJournal, { id: entry.id, date: '2026-02-28' })).rejects.toMatchObject({
      code: 'accounting.already_reversed',
    });
    expect((await books.run(readTrialBalance, { asOf: '2026-12-31' })).rows).toEqual([]);
    expect((await books.run(readTrialBalance, { asOf: '2026-02-27' })).totalDebit.amount).toBe('500.00');
    const twice = await Promise.allSettled([1, 2].map(() => books.run(reverseJournal, { id: reversal.id, date: '2026-03-01' })));
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(twice).toContainEqual({
      status: 'rejected',
      reason: expect.objectContaining({ code: 'accounting.already_reversed' }),
    });
  });

  it('200 posted at once have 200 numbers without a gap', async () => {
    const books = await newBooks();
    const entries = await Promise.all(
      Array.from({ length: 200 }, (_, index) => books.run(postJournal, rent(books, `${index + 1}.00`))),
    );
    const numbers = entries.map(({ number }) => Number(number.slice(-6))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    const { totalDebit, totalCredit } = await books.run(readTrialBalance, { asOf: '2026-12-31' });
    expect([totalDebit.amount, totalCredit.amount]).toEqual(['20100.00', '20100.00']);
  });
});

describe('a locked period', () => {
  it('takes no entry until it is opened again', async () => {
    const books = await newBooks();
    const id = await periodOf(books, '2026-02-01');
    await books.run(lockPeriod, { id });
    await expect(books.run(postJournal, rent(books))).rejects.toMatchObject({ code: 'accounting.period_closed' });
    await books.run(postJournal, rent(books, '1.00', '2026-03-01'));
    await books.run(unlockPeriod, { id });
    await books.run(postJournal, rent(books));
  });

  it('never lets an entry slip in while it is being locked', async () => {
    const books = await newBooks();
    const id = await periodOf(books, '2026-02-01');
    const posts = Array.from({ length: 30 }, () => books.run(postJournal, rent(books)));
    const lock = books.run(lockPeriod, { id });
    const results = await Promise.allSettled(posts);
    const { lockedAt } = await lock;
    expect(lockedAt).not.toBeNull();
    const refused = results.filter(({ status }) => status === 'rejected');
    for (const result of refused) expect(result).toMatchObject({ reason: { code: 'accounting.period_closed' } });
    const { totalDebit } = await books.run(readTrialBalance, { asOf: '2026-12-31' });
    expect(Number(totalDebit.amount)).toBe(500 * (30 - refused.length));
  });
});

describe('the database itself', () => {
  const insertEntry = (
    books: Books,
    entryId: string,
    periodId: string,
    amounts: [string, string],
    date = '2026-02-10',
    lineDate = date,
  ) => ({
    text: `with e as (
        insert into journal_entries (tenant_id, id, number, date, period_id, description, source_kind, line_count)
        values ($1::uuid, $2::uuid, $2::uuid::text, $3, $4, 'raw', 'journal', 2))
      insert into journal_lines (tenant_id, entry_id, position, account_id, date, currency, amount_minor)
      values ($1::uuid, $2::uuid, 1, $5::uuid, $9::date, 'EUR', $7::bigint), ($1::uuid, $2::uuid, 2, $6::uuid, $9::date, 'EUR', $8::bigint)`,
    values: [books.tenantId, entryId, date, periodId, books.account('6020'), books.account('1020'), ...amounts, lineDate],
  });

  it('refuses an unbalanced entry, a locked period, a foreign date and a line added later', async () => {
    const books = await newBooks();
    const [february, march] = [await periodOf(books, '2026-02-01'), await periodOf(books, '2026-03-01')];
    const post = (...args: [string, [string, string], string?, string?]) => {
      const { text, values } = insertEntry(books, uuidv7(), ...args);
      return asApp(books.tenantId, text, values);
    };
    await post(february, ['100', '-100']);
    await expect(post(february, ['100', '-99'])).rejects.toMatchObject({ code: 'AT001', message: 'accounting.unbalanced_entry' });
    await expect(post(march, ['100', '-100'], '2026-02-10')).rejects.toMatchObject({ message: 'accounting.period_closed' });
    await expect(post(february, ['100', '-100'], '2026-02-10', '2026-03-10')).rejects.toMatchObject({
      message: 'accounting.entry_incomplete',
    });
    await books.run(lockPeriod, { id: february });
    await expect(post(february, ['100', '-100'])).rejects.toMatchObject({ message: 'accounting.period_closed' });

    const entry = await books.run(postJournal, rent(books, '1.00', '2026-03-05'));
    const later = `insert into journal_lines (tenant_id, entry_id, position, account_id, date, currency, amount_minor)
      values ($1, $2, 3, $3::uuid, '2026-03-05'::date, 'EUR', 5), ($1, $2, 4, $3::uuid, '2026-03-05', 'EUR', -5)`;
    await expect(asApp(books.tenantId, later, [books.tenantId, entry.id, books.account('6020')])).rejects.toMatchObject({
      message: 'accounting.entry_incomplete',
    });
  });

  it('refuses to change or delete what is posted: the app has no grant, and a trigger stops everyone', async () => {
    const books = await newBooks();
    const { id } = await books.run(postJournal, rent(books));
    for (const statement of [
      "update journal_entries set description = 'forged' where id = $1",
      'delete from journal_entries where id = $1',
      'update journal_lines set amount_minor = 1 where entry_id = $1',
      'delete from journal_lines where entry_id = $1',
    ]) {
      await expect(asApp(books.tenantId, statement, [id])).rejects.toMatchObject({ code: '42501' });
      await expect(asAdministrator(statement, [id])).rejects.toMatchObject({ message: 'accounting.entry_posted' });
    }
  });

  it("refuses a line on another tenant's account and a row for another tenant", async () => {
    const [books, other] = [await newBooks(), await newBooks()];
    const { text, values } = insertEntry(books, uuidv7(), await periodOf(books, '2026-02-01'), ['100', '-100']);
    values[4] = other.account('6020');
    await expect(asApp(books.tenantId, text, values)).rejects.toMatchObject({ code: '23503' });
    await expect(asApp(other.tenantId, text, values)).rejects.toMatchObject({ code: '42501' });
  });

  it('shows no rows to a connection without a tenant', async () => {
    const books = await newBooks();
    await books.run(postJournal, rent(books));
    const { urls } = await testDatabase();
    const client = new pg.Client({ connectionString: urls.app });
    await client.connect();
    for (const table of ['journal_entries', 'journal_lines', 'ledger_accounts', 'companies', 'audit_events', 'outbox_messages']) {
      expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
    }
    await client.end();
  });

  it('keeps every invariant', async () => {
    const books = await newBooks();
    await books.run(postJournal, rent(books));
    expect(await violations()).toEqual({});
  });
});

describe('a company', () => {
  it('is set up once', async () => {
    const books = await newBooks();
    await expect(
      books.run(setUpCompany, { name: 'Again', baseCurrency: 'USD', booksStartOn: '2026-01-01' }),
    ).rejects.toMatchObject({
      code: 'accounting.already_set_up',
    });
  });
});
