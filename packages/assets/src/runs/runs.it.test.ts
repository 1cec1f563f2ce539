import type * as accounting from '@atlas/accounting/contract';
import { businessDate, endOfMonth } from '@atlas/kernel';
import { openDatabase } from '@atlas/platform';
import {
  asAdministrator,
  type Books,
  doBackgroundWork,
  newBooks,
  operationNamed,
  testDatabase,
  violations,
} from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { commissionAsset } from '../assets/commission-asset.ts';
import { createAsset } from '../assets/create-asset.ts';
import { disposeAsset } from '../assets/dispose-asset.ts';
import { getAsset } from '../assets/get-asset.ts';
import { createAssetCategory } from '../categories/create-category.ts';
import { createDeferral } from '../deferrals/create-deferral.ts';
import { getDeferral } from '../deferrals/get-deferral.ts';
import { readAssetRegister } from '../reports/read-register.ts';
import { getRun } from './get-run.ts';
import { reverseRun } from './reverse-run.ts';
import { startRun } from './start-run.ts';

const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');
const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');
const listFiscalYears = operationNamed<typeof accounting.listFiscalYears>('accounting.fiscal_year.list');
const lockPeriod = operationNamed<typeof accounting.lockPeriod>('accounting.period.lock');

const refused = (code: string) => expect.objectContaining({ code });

async function category(books: Books, method = 'straight_line'): Promise<string> {
  const { id } = await books.run(createAssetCategory, {
    code: method.slice(0, 20),
    name: 'Machines',
    assetAccountId: books.account('1510'),
    accumulatedAccountId: books.account('1590'),
    expenseAccountId: books.account('6090'),
    gainAccountId: books.account('4800'),
    lossAccountId: books.account('6800'),
    method,
    periods: 6,
    monthsPerPeriod: 1,
  });
  return id;
}

type Terms = { readonly categoryId: string; readonly code: string; readonly cost: string; readonly from?: string };

async function inService(books: Books, { categoryId, code, cost, from = '2026-01-01' }: Terms): Promise<string> {
  const asset = {
    code,
    name: 'Press',
    categoryId,
    cost,
    salvage: '10.00',
    availableOn: from,
    firstPeriodEndsOn: endOfMonth(businessDate(from)),
  };
  const { id } = await books.run(createAsset, asset);
  await books.run(commissionAsset, { id, date: from, creditAccountId: books.account('1020') });
  return id;
}

async function runThrough(books: Books, through: string, kind = 'depreciation') {
  const { id } = await books.run(startRun, { kind, through });
  await doBackgroundWork(books);
  return books.run(getRun, { id });
}

async function lock(books: Books, startsOn: string): Promise<void> {
  const { items } = await books.run(listFiscalYears, {});
  const period = items.flatMap(({ periods }) => periods).find((each) => each.startsOn === startsOn);
  await books.run(lockPeriod, { id: period?.id });
}

/** What the trial balance says of an account on a day, in cents. */
async function balanceOf(books: Books, code: string, asOf: string): Promise<bigint> {
  const { rows } = await books.run(readTrialBalance, { asOf });
  const row = rows.find((each) => each.code === code);
  const cents = (amount: string | undefined) => BigInt((amount ?? '0.00').replace('.', ''));
  return cents(row?.debit.amount) - cents(row?.credit.amount);
}

describe('a depreciation run', () => {
  it('posts what is due once, row by row, and each row keeps its entry', async () => {
    const books = await newBooks();
    const id = await inService(books, { categoryId: await category(books), code: 'A1', cost: '610.00' });
    const run = await runThrough(books, '2026-02-28');
    expect(run).toMatchObject({ status: 'completed', doneCount: 2, totalCount: 2 });
    const { rows, accumulated } = await books.run(getAsset, { id });
    expect(rows.filter(({ entryId }) => entryId !== null)).toHaveLength(2);
    expect(accumulated).toEqual(run.posted);
    const entry = await books.run(getJournal, { id: rows[0]?.entryId });
    expect(entry).toMatchObject({ sourceKind: 'assets.asset', sourceId: id, date: '2026-01-31' });
    expect(entry.lines.map(({ accountCode }) => accountCode)).toEqual(['6090', '1590']);
    await expect(books.run(startRun, { through: '2026-02-28' })).rejects.toThrow(refused('assets.nothing_due'));
    expect(await balanceOf(books, '1590', '2026-12-31')).toBe(-BigInt(run.posted.amount.replace('.', '')));
  });

  it('posts nothing twice when two runs are worked off at once, however often they are delivered', async () => {
    const books = await newBooks();
    const categoryId = await category(books);
    for (let index = 0; index < 40; index++) await inService(books, { categoryId, code: `A${index}`, cost: '610.00' });
    const runs = await Promise.all([1, 2].map(() => books.run(startRun, { through: '2026-06-30' })));
    await Promise.all(
      [doBackgroundWork(books, 1), doBackgroundWork(books, 1), doBackgroundWork(books, 1)].map((work) => work.catch(() => {})),
    );
    await doBackgroundWork(books);
    const ended = await Promise.all(runs.map(({ id }) => books.run(getRun, { id })));
    expect(ended.every(({ status }) => status === 'completed')).toBe(true);
    expect(ended.reduce((sum, { doneCount }) => sum + doneCount, 0)).toBe(240);
    expect(await balanceOf(books, '1590', '2026-12-31')).toBe(-40n * 60_000n);
    expect(
      (await books.run(readAssetRegister, { asOf: '2026-12-31' })).rows.every(({ status }) => status === 'fully_depreciated'),
    ).toBe(true);
    expect(await violations()).toEqual({});
  });

  it('goes on where it was killed, again and again, without a gap and without a double', async () => {
    const books = await newBooks();
    const categoryId = await category(books);
    for (let index = 0; index < 60; index++) await inService(books, { categoryId, code: `K${index}`, cost: '610.00' });
    const { id } = await books.run(startRun, { through: '2026-06-30' });
    const url = new URL((await testDatabase()).urls.app);
    url.searchParams.set('application_name', `killed ${id}`);
    const victim = openDatabase({ url: url.toString(), poolSize: 2, preparedStatements: true });
    let kills = 0;
    for (let attempt = 0; attempt < 12; attempt++) {
      const work = doBackgroundWork(books, 1, victim).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 15 * attempt));
      const killed = await asAdministrator<{ done: boolean }>(
        'select pg_terminate_backend(pid) as done from pg_stat_activity where application_name = $1',
        [`killed ${id}`],
      );
      kills += killed.length;
      await work;
    }
    await victim.close();
    await doBackgroundWork(books);
    expect(kills).toBeGreaterThan(0);
    expect(await books.run(getRun, { id })).toMatchObject({
      status: 'completed',
      doneCount: 360,
      posted: { amount: '36000.00' },
    });
    expect(await balanceOf(books, '1590', '2026-12-31')).toBe(-60n * 60_000n);
    expect(await violations()).toEqual({});
  });

  it('is refused for a locked period, and posts what lies in one on its own day', async () => {
    const books = await newBooks();
    const id = await inService(books, { categoryId: await category(books), code: 'A1', cost: '610.00' });
    await lock(books, '2026-01-01');
    await expect(books.run(startRun, { through: '2026-01-31' })).rejects.toMatchObject({
      code: 'accounting.period_closed',
      message: 'The period of 2026-01-31 is locked.',
    });
    await runThrough(books, '2026-02-28');
    const { rows } = await books.run(getAsset, { id });
    expect(rows.slice(0, 2).map(({ postedOn }) => postedOn)).toEqual(['2026-02-28', '2026-02-28']);
  });

  it('that is overtaken by a lock ends with the words of the books and has posted nothing', async () => {
    const books = await newBooks();
    await inService(books, { categoryId: await category(books), code: 'A1', cost: '610.00' });
    const { id } = await books.run(startRun, { through: '2026-01-31' });
    await lock(books, '2026-01-01');
    await doBackgroundWork(books);
    expect(await books.run(getRun, { id })).toMatchObject({
      status: 'failed',
      error: 'The period of 2026-01-31 is locked.',
      doneCount: 0,
    });
  });

  it('is taken back by entries of their own, and what it posted is due again', async () => {
    const books = await newBooks();
    const id = await inService(books, { categoryId: await category(books), code: 'A1', cost: '610.00' });
    const run = await runThrough(books, '2026-01-31');
    await expect(books.run(reverseRun, { id: run.id, date: '2026-01-30' })).rejects.toThrow(refused('assets.run_not_reversible'));
    expect(await books.run(reverseRun, { id: run.id, date: '2026-02-05' })).toMatchObject({ status: 'reversed' });
    const { rows, accumulated } = await books.run(getAsset, { id });
    expect(accumulated.amount).toBe('0.00');
    expect(
      rows
        .filter(({ endsOn }) => endsOn === '2026-01-31')
        .map(({ entryId, reversalId }) => [entryId !== null, reversalId !== null]),
    ).toEqual([
      [true, true],
      [false, false],
    ]);
    await expect(books.run(reverseRun, { id: run.id, date: '2026-02-05' })).rejects.toThrow(refused('assets.run_not_reversible'));
    const again = await runThrough(books, '2026-01-31');
    await runThrough(books, '2026-02-28');
    await expect(books.run(reverseRun, { id: again.id, date: '2026-03-01' })).rejects.toThrow(refused('assets.later_postings'));
    const sale = { id, date: '2026-02-27', proceeds: '0' };
    await expect(books.run(disposeAsset, sale)).rejects.toThrow(refused('assets.later_postings'));
    expect(await violations()).toEqual({});
  });

  it('leaves rows that PostgreSQL keeps as they were posted', async () => {
    const books = await newBooks();
    await inService(books, { categoryId: await category(books), code: 'A1', cost: '610.00' });
    const { id } = await runThrough(books, '2026-01-31');
    for (const statement of [
      'update schedule_rows set amount_minor = amount_minor + 1 where run_id = $1',
      'update schedule_rows set entry_id = null, posted_on = null where run_id = $1',
      'delete from schedule_rows where run_id = $1',
    ]) {
      await expect(asAdministrator(statement, [id])).rejects.toMatchObject({ message: 'assets.row_posted' });
    }
  });
});

describe('a deferral', () => {
  it('goes to its income month by month until nothing is left', async () => {
    const books = await newBooks();
    const terms = { kind: 'revenue', description: 'Support', amount: '100.00', startsOn: '2026-01-10', endsOn: '2026-03-15' };
    const accounts = { fromAccountId: books.account('2500'), toAccountId: books.account('4030') };
    const { id } = await books.run(createDeferral, { ...terms, ...accounts });
    await runThrough(books, '2026-02-28', 'deferral');
    expect(await books.run(getDeferral, { id })).toMatchObject({ recognised: { amount: '76.93' }, open: { amount: '23.07' } });
    await runThrough(books, '2026-03-31', 'deferral');
    expect(await books.run(getDeferral, { id })).toMatchObject({ open: { amount: '0.00' } });
    expect(await balanceOf(books, '2500', '2026-01-31')).toBe(3385n);
    expect(await balanceOf(books, '4030', '2026-12-31')).toBe(-10_000n);
  });

  it('is all at once when it lasts no month, and expense goes the other way', async () => {
    const books = await newBooks();
    const terms = { kind: 'expense', description: 'Fee', amount: '300.00', startsOn: '2026-05-01', months: 0 };
    const accounts = { fromAccountId: books.account('1400'), toAccountId: books.account('6070') };
    const { rows } = await books.run(createDeferral, { ...terms, ...accounts });
    expect(rows.map(({ endsOn, amount }) => [endsOn, amount.amount])).toEqual([['2026-05-01', '300.00']]);
    await runThrough(books, '2026-05-31', 'deferral');
    expect(await balanceOf(books, '1400', '2026-12-31')).toBe(-30_000n);
    await expect(books.run(createDeferral, { ...terms, ...accounts, endsOn: '2026-06-01' })).rejects.toThrow(
      refused('assets.invalid_terms'),
    );
  });
});
