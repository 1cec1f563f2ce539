import type { Input } from '@atlas/contract';
import { runUpkeep } from '@atlas/platform';
import { type Books, newBooks, testDatabase, testStorage } from '@atlas/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { readStatement as route } from '../contract/statements.ts';
import { postJournal } from '../journals/post-journal.ts';
import { accountingOf } from '../module.ts';
import { readBalanceSheet } from './read-balance-sheet.ts';
import { readGeneralLedger } from './read-general-ledger.ts';
import { readJournalReport } from './read-journal-report.ts';
import { readProfitAndLoss } from './read-profit-and-loss.ts';
import { readStatement } from './read-statement.ts';
import { readTrialBalance } from './read-trial-balance.ts';

const codes = ['1010', '1020', '1300', '1400', '1510', '1590', '2200', '2400', '2710', '3010', '4010', '4800', '6020', '6090'];

type Posting = { readonly day: number; readonly from: string; readonly to: string; readonly cents: number };

const posting = fc.record({
  day: fc.integer({ min: 0, max: 730 }),
  from: fc.constantFrom(...codes),
  to: fc.constantFrom(...codes),
  cents: fc.integer({ min: 1, max: 10 ** 9 }),
});

const dayOf = (day: number): string => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);

const post = (books: Books, { day, from, to, cents }: Posting, at = '2026-03-31T09:00:00.000Z') => {
  const amount = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  const lines = [
    { accountId: books.account(to), debit: amount },
    { accountId: books.account(from), credit: amount },
  ];
  return books.run(postJournal, { date: dayOf(day), description: 'Random', lines }, { at });
};

const fold = async ({ tenantId }: Books): Promise<void> => {
  const { db } = await testDatabase();
  await runUpkeep({ db, storage: testStorage() }, [accountingOf({ checks: [], reports: [] })], tenantId);
};

const read = (books: Books, input: Partial<Input<typeof route>>) =>
  books.run(readStatement, { from: '2025-03-11', to: '2026-08-20', ...input });

type Statement = Awaited<ReturnType<typeof read>>;

const column = ({ lines }: Statement, index: number) =>
  Object.fromEntries(lines.flatMap(({ key, cells }) => (Number(cells[index] ?? 0) === 0 ? [] : [[key, cells[index]]])));
const cell = ({ lines }: Statement, key: string, index = 0) => lines.find((line) => line.key === key)?.cells[index];

const randomBooks = async (seed: number, count: number): Promise<Books> => {
  const books = await newBooks('2025-01-01');
  const postings = fc.sample(posting, { numRuns: count, seed });
  for (const [index, each] of postings.entries()) {
    await post(books, each);
    if (index === count >> 1) await fold(books);
  }
  return books;
};

it('comparatives are what the same statement says of their own days, and pieces add up to the whole', async () => {
  const books = await randomBooks(7, 30);
  for (const kind of ['profit_and_loss', 'balance_sheet', 'cash_flow'] as const) {
    const beside = await read(books, { kind, columns: 'year_before' });
    const [now, before] = beside.columns;
    const alone = await read(books, { kind, from: before?.from ?? '2025-01-01', to: before?.to ?? '' });
    expect(column(beside, 1), kind).toEqual(column(alone, 0));
    expect(column(beside, 0), kind).toEqual(column(await read(books, { kind, to: now?.to ?? '' }), 0));
  }
  for (const kind of ['profit_and_loss', 'cash_flow'] as const) {
    const cut = await read(books, { kind, columns: 'quarter' });
    for (const { label, cells } of cut.lines) {
      if (label === 'cash_at_start' || label === 'cash_at_end' || cells[0] === null) continue;
      const cents = cells.map((text) => BigInt((text ?? '').replace('.', '')));
      expect(cents.slice(0, -1).reduce((a, b) => a + b, 0n)).toBe(cents.at(-1));
    }
  }
});

it('says what the single reports say, balances, and the cash flow is the change of cash and bank', async () => {
  const books = await randomBooks(11, 30);
  const [from, to] = ['2025-03-11', '2026-08-20'];
  const sheet = await books.run(readBalanceSheet, { asOf: to });
  const balanceSheet = await read(books, { kind: 'balance_sheet' });
  expect(cell(balanceSheet, 'total_asset')).toBe(sheet.totalAssets.amount);
  expect(cell(balanceSheet, 'liabilities_and_equity')).toBe(sheet.totalAssets.amount);
  expect(cell(balanceSheet, 'result')).toBe(sheet.result.amount);
  const { profit } = await books.run(readProfitAndLoss, { from, to });
  expect(cell(await read(books, { kind: 'profit_and_loss' }), 'profit')).toBe(profit.amount);
  const { totalDebit, totalCredit } = await books.run(readTrialBalance, { asOf: to });
  const trial = await read(books, { kind: 'trial_balance' });
  expect(trial.lines.at(-1)?.cells).toEqual([totalDebit.amount, totalCredit.amount]);
  const flow = await read(books, { kind: 'cash_flow' });
  const moved = await Promise.all(
    ['1010', '1020'].map((code) => books.run(readGeneralLedger, { accountId: books.account(code), from, to })),
  );
  const cents = ({ amount }: { amount: string }) => BigInt(amount.replace('.', ''));
  const change = moved.reduce(
    (sum, { openingBalance, closingBalance }) => sum + cents(closingBalance) - cents(openingBalance),
    0n,
  );
  expect(BigInt((cell(flow, 'net_change') ?? '').replace('.', ''))).toBe(change);
  expect(change).not.toBe(0n);
});

it('as it was known on a day is as it was said then, whatever was posted later', async () => {
  const books = await newBooks('2025-01-01');
  const reports = (knownOn?: string) => {
    const known = knownOn === undefined ? {} : { knownOn };
    const [asOf, from, to] = ['2026-03-15', '2025-02-10', '2026-05-31'];
    return Promise.all([
      ...(['trial_balance', 'profit_and_loss', 'balance_sheet', 'cash_flow'] as const).map((kind) =>
        read(books, { kind, columns: 'year_before', ...known }),
      ),
      books.run(readTrialBalance, { asOf, ...known }),
      books.run(readBalanceSheet, { asOf, ...known }),
      books.run(readProfitAndLoss, { from, to, ...known }),
      books.run(readGeneralLedger, { accountId: books.account('1020'), from, limit: 3, ...known }),
      books.run(readJournalReport, { to, ...known }),
    ]);
  };
  const said: [day: string, answers: Awaited<ReturnType<typeof reports>>][] = [];
  for (const [index, [each, hour]] of fc
    .sample(fc.tuple(posting, fc.integer({ min: 10, max: 23 })), { numRuns: 12, seed: 3 })
    .entries()) {
    const day = dayOf(index * 40 + 17);
    await post(books, each, `${day}T${hour}:59:59.999Z`);
    if (index % 5 === 2) await fold(books);
    said.push([day, await reports()]);
  }
  for (const [day, answers] of said) {
    expect(await reports(day), day).toEqual(answers);
    expect(await reports(`${day}T23:59:59.999Z`), day).toEqual(answers);
  }
  expect(said[0]?.[1]).not.toEqual(said.at(-1)?.[1]);
  expect((await books.run(readTrialBalance, { asOf: '2026-12-31', knownOn: '2020-01-01' })).rows).toEqual([]);
});

it('the journal lists entries with their lines by date, page by page', async () => {
  const books = await randomBooks(5, 7);
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await books.run(readJournalReport, { limit: 3, ...(cursor ? { cursor } : {}) });
    for (const { date, lines, total } of page.items) {
      seen.push(date);
      expect([lines[0]?.debit, lines[1]?.credit]).toEqual([total, total]);
    }
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(seen).toHaveLength(7);
  expect(seen).toEqual([...seen].sort());
});
