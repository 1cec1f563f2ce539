import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Books, importFiles, newBooks, violations } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createAccount } from '../accounts/create-account.ts';
import { getJournalSetting, updateJournalSetting } from '../drafts/journal-setting.ts';
import { readTrialBalance } from '../reports/read-trial-balance.ts';
import { listJournals } from './list-journals.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'oracles', 'ledger');
const present = existsSync(folder);
if (!present) process.stderr.write(`Ledgers are not beside this checkout (${folder}): their import is not tested here.\n`);

type Row = Record<string, string>;
/** These files quote nothing. */
function tableOf(text: string): Row[] {
  const [head = '', ...lines] = text.trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
}
const rowsOf = (name: string): Row[] => tableOf(readFileSync(join(folder, name), 'utf8'));
const expectedOf = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** Books with these accounts alone; what kind they are makes no difference to a trial balance. */
async function booksWith(accounts: Iterable<string>, startOn: string, currency = 'USD'): Promise<Books> {
  const books = await newBooks(startOn, currency, 'empty');
  const names = [...new Set(accounts)];
  for (const [index, name] of names.entries())
    await books.run(createAccount, { code: name.length > 20 ? `X${index}` : name, name, type: 'asset' });
  return books;
}

/** Balances by the names of accounts, in minor units; zero balances are left out. */
async function balancesOf(books: Books, asOf: string): Promise<Record<string, bigint>> {
  const { rows } = await books.run(readTrialBalance, { asOf });
  const minor = (amount: string) => BigInt(amount.replace('.', ''));
  return Object.fromEntries(rows.map(({ name, debit, credit }) => [name, minor(debit.amount) - minor(credit.amount)]));
}

const cents = (text: string): bigint => {
  const [whole = '0', decimals = ''] = text.replace('-', '').split('.');
  return (text.startsWith('-') ? -1n : 1n) * BigInt(`${whole}${decimals.padEnd(2, '0')}`);
};
const nonZero = (balances: Record<string, string>) =>
  Object.fromEntries(Object.entries(balances).flatMap(([name, text]) => (cents(text) === 0n ? [] : [[name, cents(text)]])));

/** A journal of plain text as rows; an amount that is left out is what is missing. Rules for virtual postings make none. */
function rowsOfPlainText(text: string): string {
  const entries = text.split(/\n(?=\d{4}\/)/).filter((block) => /^\d{4}\//.test(block));
  const lines = entries.flatMap((block, index) => {
    const [head = '', ...rest] = block.split('\n');
    const date = head.slice(0, 10).replaceAll('/', '-');
    const postings = rest.flatMap((line) => {
      const found = /^\s+([A-Z][\w: ]*?)(?:\s{2,}\$?\s*\$?\s*(-?[\d.,]+))?\s*(?:;.*)?$/.exec(line);
      return found?.[1]
        ? [{ account: found[1], minor: found[2] === undefined ? null : cents(found[2].replaceAll(',', '')) }]
        : [];
    });
    const missing = -postings.reduce((sum, { minor }) => sum + (minor ?? 0n), 0n);
    return postings.map(({ account, minor }) => `${index + 1},${date},${account},${Number(minor ?? missing) / 100}`);
  });
  return ['txn,date,account,amount', ...lines].join('\n');
}

describe('an import of journals', () => {
  const file = [
    'entry,date,account,debit,credit,description',
    '1,2026-01-31,6020,500.00,,Rent',
    '1,2026-01-31,1020,,500.00,Rent',
    '2,2026-02-28,6020,-20.00,,Rent given back',
    '2,2026-02-28,1020,20.00,,',
    '2,2026-02-28,1010,,,Nothing',
  ].join('\n');

  it('posts each entry once, also when the file comes again', async () => {
    const books = await newBooks();
    const first = await importFiles(books, { 'journals.csv': file });
    expect(first).toMatchObject({ status: 'completed' });
    expect(first.counts).toContainEqual(expect.objectContaining({ kind: 'accounting.journals', created: 2 }));
    const { items } = await books.run(listJournals, { sort: 'date' });
    expect(items.map(({ date, description, total }) => [date, description, total.amount])).toEqual([
      ['2026-01-31', 'Rent', '500.00'],
      ['2026-02-28', 'Rent given back', '20.00'],
    ]);
    const again = await importFiles(books, { 'again.csv': file });
    expect(again.counts).toContainEqual(expect.objectContaining({ kind: 'accounting.journals', created: 0, unchanged: 2 }));
    const changed = await importFiles(books, { 'changed.csv': file.replaceAll('500.00', '501.00') });
    expect(changed.counts).toContainEqual(
      expect.objectContaining({ kind: 'accounting.journals', created: 0, refused: 1, unchanged: 1 }),
    );
    expect(await violations()).toEqual({});
  });

  it('reads the writing of other countries, three decimals, and lines of several entries that are mixed', async () => {
    const books = await newBooks('2026-01-01', 'KWD');
    const lines = [
      'entry;date;account;debit;credit;description',
      '1;31.01.2026;6020;1.234,565;;"Rent; heated"',
      '2;31.01.2026;6020;0,005;;',
      '1;31.01.2026;1020;;1.234,565;',
      '2;31.01.2026;1020;;0,005;',
      '3;28.02.2026;6020;;1.000,000;',
      '3;28.02.2026;1020;1.000,000;;',
    ];
    const done = await importFiles(books, { 'journals.csv': lines.join('\r\n') });
    expect(done.counts).toContainEqual(expect.objectContaining({ kind: 'accounting.journals', created: 3, refused: 0 }));
    expect(await balancesOf(books, '2026-01-31')).toMatchObject({ Rent: 1_234_570n });
    expect(await balancesOf(books, '2026-12-31')).toMatchObject({ Rent: 234_570n });
    expect(await violations()).toEqual({});
  });

  it('of the largest amounts there are leaves reports that can be read', async () => {
    const books = await newBooks();
    const huge = (number: number) =>
      `${number},2026-01-31,6020,999999999999999.99,\n${number},2026-01-31,1020,,999999999999999.99\n`;
    await importFiles(books, { 'journals.csv': `entry,date,account,debit,credit\n${[1, 2, 3].map(huge).join('')}` });
    expect((await books.run(readTrialBalance, { asOf: '2026-12-31' })).totalDebit.amount).toBe('2999999999999999.97');
    expect((await books.run(listJournals, {})).items).toHaveLength(3);
  });

  it('tells entries of one number apart by their days', async () => {
    const books = await newBooks();
    const month = (day: string, amount: string) => `JV-1,${day},6020,${amount},\nJV-1,${day},1020,,${amount}\n`;
    const done = await importFiles(books, {
      'journals.csv': `entry,date,account,debit,credit\n${month('2026-01-31', '10')}${month('2026-02-28', '20')}`,
    });
    expect(done.counts).toContainEqual(expect.objectContaining({ kind: 'accounting.journals', created: 2, refused: 0 }));
    expect((await books.run(readTrialBalance, { asOf: '2026-12-31' })).totalDebit.amount).toBe('30.00');
  });

  it.each([
    ['does not balance', 'a,2026-01-31,6020,1,,\na,2026-01-31,1020,,2,'],
    ['stands on receivables', 'a,2026-01-31,1100,1,,\na,2026-01-31,1020,,1,'],
    ['names no account', 'a,2026-01-31,9999x,1,,\na,2026-01-31,1020,,1,'],
    ['lies outside of the fiscal years', 'a,1990-01-31,6020,1,,\na,1990-01-31,1020,,1,'],
    ['has two amounts in a line', 'a,2026-01-31,6020,1,1,\na,2026-01-31,1020,,1,'],
    ['is larger than anything', 'a,2026-01-31,6020,1000000000000000,,\na,2026-01-31,1020,,1000000000000000,'],
    ['has more digits than there are', `a,2026-01-31,6020,${'9'.repeat(20)},,\na,2026-01-31,1020,,${'9'.repeat(20)},`],
    ['needs approval', 'a,2026-01-31,6020,101,,\na,2026-01-31,1020,,101,'],
  ])('refuses an entry that %s, and posts the others', async (_what, rows) => {
    const books = await newBooks();
    const { version } = await books.run(getJournalSetting, {});
    await books.run(updateJournalSetting, { approvalAbove: '100.00', version });
    const good = 'b,2026-01-31,6020,2,,\nb,2026-01-31,1020,,2,';
    const done = await importFiles(books, { 'journals.csv': `entry,date,account,debit,credit,description\n${rows}\n${good}` });
    expect(done.counts).toContainEqual(expect.objectContaining({ kind: 'accounting.journals', created: 1, refused: 1 }));
    expect((await books.run(readTrialBalance, { asOf: '2026-12-31' })).totalDebit.amount).toBe('2.00');
  });
});

describe.skipIf(!present)('ledgers of others', () => {
  it('a real one: 1,298 entries come to its trial balance', async () => {
    const rows = rowsOf('ledger_standard_usd.csv');
    const books = await booksWith(
      rows.map(({ account = '' }) => account),
      '2002-01-01',
    );
    const done = await importFiles(books, { 'ledger.csv': readFileSync(join(folder, 'ledger_standard_usd.csv')) });
    expect(done.counts).toContainEqual(expect.objectContaining({ kind: 'accounting.journals', created: 1298, refused: 0 }));
    const trial = expectedOf('ledger_standard_usd.expected.json')['trial_balance_[debits, credits, balance]'];
    const balances = Object.fromEntries(
      Object.entries(trial as Record<string, string[]>).map(([name, sums]) => [name, sums[2] ?? '']),
    );
    expect(await balancesOf(books, '2004-12-31')).toEqual(nonZero(balances));
    expect(await violations()).toEqual({});
  });

  it('a small one with signed amounts', async () => {
    const rows = rowsOf('hledger_quickstart.csv');
    const books = await booksWith(
      rows.map(({ account = '' }) => account),
      '2023-01-01',
    );
    await importFiles(books, { 'hledger.csv': readFileSync(join(folder, 'hledger_quickstart.csv')) });
    const { balances } = expectedOf('hledger_quickstart.expected.json') as { balances: Record<string, string> };
    const byName = Object.fromEntries(Object.entries(balances).map(([name, text]) => [name.replace(' | $', ''), text]));
    expect(await balancesOf(books, '2023-12-31')).toEqual(nonZero(byName));
  });

  it('one of plain text', async () => {
    const csv = rowsOfPlainText(readFileSync(join(folder, 'drewr3.dat'), 'utf8'));
    const accounts = tableOf(csv).map(({ account = '' }) => account);
    const books = await booksWith(accounts, '2010-01-01');
    await importFiles(books, { 'drewr3.csv': csv });
    const { balances } = expectedOf('drewr3.expected.json') as { balances: Record<string, string> };
    expect(await balancesOf(books, '2012-12-31')).toEqual(nonZero(balances));
  });
});
