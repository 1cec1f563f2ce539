import { addDays, type BusinessDate } from '@atlas/kernel';
import { runUpkeep } from '@atlas/platform';
import { asAdministrator, type Books, newBooks, testDatabase, testStorage, violations } from '@atlas/testing';
import { expect, it } from 'vitest';
import { postJournal } from '../journals/post-journal.ts';
import { accountingOf } from '../module.ts';
import { readProfitAndLoss } from './read-profit-and-loss.ts';
import { readTrialBalance } from './read-trial-balance.ts';

const days: BusinessDate[] = [
  '2024-01-01',
  '2024-02-10',
  '2024-02-11',
  '2024-02-29',
  '2024-12-31',
  '2025-01-01',
  '2025-06-20',
  '2025-06-21',
  '2025-11-30',
  '2026-03-15',
  '2026-12-31',
];

/** Posts one entry on a day, of an amount that no other entry has. */
const post = (books: Books, date: BusinessDate, amount: number) =>
  books.run(postJournal, {
    date,
    description: 'Rent',
    lines: [
      { accountId: books.account('6020'), debit: `${amount}.07` },
      { accountId: books.account(amount % 2 === 0 ? '1020' : '1010'), credit: `${amount}.07` },
    ],
  });

const fold = async ({ tenantId }: Books): Promise<void> => {
  const { db } = await testDatabase();
  await runUpkeep({ db, storage: testStorage() }, [accountingOf({ checks: [], reports: [] })], tenantId);
};

/** What reports should say, from the lines of the ledger alone. */
async function balancesInLedger({ tenantId }: Books, from: BusinessDate, to: BusinessDate): Promise<Record<string, string>> {
  const rows = await asAdministrator<{ code: string; balance: string }>(
    `select a.code, (sum(l.amount_minor) / 100)::numeric(20, 2)::text as balance
     from journal_lines as l join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id
     where l.tenant_id = $1 and l.date between $2::date and $3::date group by a.code having sum(l.amount_minor) <> 0`,
    [tenantId, from, to],
  );
  return Object.fromEntries(rows.map(({ code, balance }) => [code, balance]));
}

async function expectReportsLikeLedger(books: Books): Promise<void> {
  for (const asOf of days.flatMap((day) => [addDays(day, -1), day, addDays(day, 4)])) {
    const { rows } = await books.run(readTrialBalance, { asOf });
    const shown = rows.map(({ code, debit, credit }) => [code, credit.amount === '0.00' ? debit.amount : `-${credit.amount}`]);
    expect(Object.fromEntries(shown), asOf).toEqual(await balancesInLedger(books, '0001-01-01', asOf));
  }
  const [from, to] = ['2024-02-11', '2025-06-20'] as const;
  const { totalExpenses } = await books.run(readProfitAndLoss, { from, to });
  expect(totalExpenses.amount).toBe((await balancesInLedger(books, from, to))['6020']);
}

it('balances of any day are those of the ledger: open, folded, and after postings back in time', async () => {
  const books = await newBooks('2024-01-01');
  for (const [index, day] of days.entries()) await post(books, day, 100 + index);
  await expectReportsLikeLedger(books);
  await fold(books);
  await expectReportsLikeLedger(books);
  for (const [index, day] of [...days].reverse().entries()) await post(books, day, 1000 + index * 3);
  await expectReportsLikeLedger(books);
  await fold(books);
  await expectReportsLikeLedger(books);
  expect(await violations()).toEqual({});
});

it('balances stay those of the ledger while several fold and others post', async () => {
  const books = await newBooks('2024-01-01');
  const posting = Array.from({ length: 6 }, async (_, poster) => {
    for (const [index, day] of days.entries()) await post(books, day, poster * 20 + index + 1);
  });
  const folding = Array.from({ length: 3 }, async () => {
    for (let round = 0; round < 10; round++) await fold(books);
  });
  await Promise.all([...posting, ...folding]);
  await expectReportsLikeLedger(books);
  await fold(books);
  await expectReportsLikeLedger(books);
  expect(await violations()).toEqual({});
});
