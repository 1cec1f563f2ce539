import { allowing, asAdministrator, type Books, doBackgroundWork, newBooks, violations } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { approveBudget } from '../budgets/approve-budget.ts';
import { createBudget } from '../budgets/create-budget.ts';
import { saveBudgetLines } from '../budgets/save-lines.ts';
import { createDimension } from '../dimensions/create-dimension.ts';
import { postJournal } from '../journals/post-journal.ts';
import { reverseJournal } from '../journals/reverse-journal.ts';
import { listFiscalYears } from '../periods/list-fiscal-years.ts';
import { lockPeriod } from '../periods/lock-period.ts';
import { unlockPeriod } from '../periods/unlock-period.ts';
import { readBalanceSheet } from '../reports/read-balance-sheet.ts';
import { readMonthlyResult } from '../reports/read-monthly-result.ts';
import { readProfitAndLoss } from '../reports/read-profit-and-loss.ts';
import { readStatement } from '../reports/read-statement.ts';
import { readTrialBalance } from '../reports/read-trial-balance.ts';
import { closeYear } from './close-year.ts';
import { addClosingTask, archiveClosingTask, markClosingTask } from './closing-tasks.ts';
import { ledgerDiffers } from './ledger-differs.repository.ts';
import { readClosing } from './read-closing.ts';
import { readYearClose } from './read-year-close.ts';
import { reopenYear } from './reopen-year.ts';

const refused = (code: string) => expect.objectContaining({ code });
const failing = { name: 'test.left', summary: 'What is left', link: '/', count: async () => 3 };
const [close, closeUnready, read] = [closeYear([ledgerDiffers]), closeYear([failing]), readYearClose([ledgerDiffers])];

const post = (books: Books, date: string, debit: string, credit: string, amount: string) =>
  books.run(postJournal, {
    date,
    description: 'Entry',
    lines: [
      { accountId: books.account(debit), debit: amount },
      { accountId: books.account(credit), credit: amount },
    ],
  });

async function yearOf(books: Books, name: string) {
  const { items } = await books.run(listFiscalYears, {});
  const year = items.find((each) => each.name === name);
  if (!year) throw new Error(`there is no year ${name}`);
  return year;
}

/** Books of 2025 with a profit of 700.00 in it, and of 2026 with one of 50.00; 2025 is locked. */
async function twoYears() {
  const books = await newBooks('2025-01-01');
  await post(books, '2025-06-30', '1020', '4010', '1000.00');
  await post(books, '2025-12-31', '6020', '1020', '300.00');
  await post(books, '2026-01-15', '1020', '4010', '50.00');
  const year = await yearOf(books, '2025');
  for (const { id } of year.periods) await books.run(lockPeriod, { id });
  return { books, year };
}

async function closed(books: Books, id: string) {
  await books.run(close, { id });
  await doBackgroundWork(books);
  return books.run(read, { id });
}

const statements = async (books: Books, only: { without?: string[] } = {}) => ({
  year: await books.run(readProfitAndLoss, { from: '2025-01-01', to: '2025-12-31', ...only }),
  both: await books.run(readProfitAndLoss, { from: '2025-01-01', to: '2026-12-31', ...only }),
  months: await books.run(readMonthlyResult, { from: '2025-01-01', to: '2026-12-31', ...only }),
  atItsEnd: await books.run(readBalanceSheet, { asOf: '2025-12-31', ...only }),
  compared: await Promise.all(
    (['profit_and_loss', 'balance_sheet', 'cash_flow'] as const).map(async (kind) => {
      const terms = { kind, from: '2025-01-01', to: '2025-12-31', columns: 'previous', ...only };
      return { ...(await books.run(readStatement, terms)), only: [] };
    }),
  ),
});

describe('the close of a fiscal year', () => {
  it('moves its result to retained earnings, and statements of the year stay what they were', async () => {
    const { books, year } = await twoYears();
    const before = await statements(books);
    const { year: after, closes, checks } = await closed(books, year.id);
    expect(checks.every(({ count }) => count === 0)).toBe(true);
    expect(after.closed).toBe(true);
    expect(closes).toEqual([expect.objectContaining({ status: 'closed', result: { amount: '700.00', currency: 'EUR' } })]);
    expect(await statements(books)).toEqual(before);
    const { id } = await books.run(createDimension, { code: 'CC', name: 'Cost centre' });
    expect(await statements(books, { without: [id] })).toEqual(before);
    const { rows } = await books.run(readTrialBalance, { asOf: '2025-12-31' });
    expect(rows.map(({ code, debit, credit }) => [code, debit.amount, credit.amount])).toEqual([
      ['1020', '700.00', '0.00'],
      ['3020', '0.00', '700.00'],
    ]);
    const later = await books.run(readBalanceSheet, { asOf: '2026-01-31' });
    expect(later.result.amount).toBe('50.00');
    expect(later.equity.map(({ code, amount }) => [code, amount.amount])).toEqual([['3020', '700.00']]);
    expect(later.totalAssets).toEqual(later.totalEquity);
    expect(await violations()).toEqual({});
  });

  it('is refused while periods are open or checks fail, unless somebody who may says why', async () => {
    const { books, year } = await twoYears();
    await expect(books.run(closeUnready, { id: year.id })).rejects.toThrow(refused('accounting.not_ready_to_close'));
    await books.run(unlockPeriod, { id: year.periods[3]?.id });
    await expect(books.run(close, { id: year.id })).rejects.toThrow(refused('accounting.not_ready_to_close'));
    const actor = allowing('accounting.fiscal_year.close');
    await expect(books.run(closeUnready, { id: year.id, overrideReason: 'Now' }, { actor })).rejects.toThrow(
      refused('forbidden'),
    );
    const { overrideReason } = await books.run(closeUnready, { id: year.id, overrideReason: 'The auditor waits' });
    expect(overrideReason).toBe('The auditor waits');
    await doBackgroundWork(books);
    const { year: after } = await books.run(read, { id: year.id });
    expect(after.periods.every(({ lockedAt }) => lockedAt !== null)).toBe(true);
    await expect(books.run(close, { id: year.id })).rejects.toThrow(refused('accounting.year_closed'));
  });

  it('keeps the year locked until it is reopened by a reversal; then it can be closed again with what came to it', async () => {
    const { books, year } = await twoYears();
    const december = year.periods[11]?.id;
    const { closes } = await closed(books, year.id);
    await expect(books.run(unlockPeriod, { id: december })).rejects.toThrow(refused('accounting.year_closed'));
    await expect(post(books, '2025-12-31', '6020', '1020', '1.00')).rejects.toThrow(refused('accounting.period_closed'));
    await expect(books.run(reverseJournal, { id: closes[0]?.entryId, date: '2026-01-31' })).rejects.toThrow(
      refused('accounting.document_entry'),
    );
    const reopened = await books.run(reopenYear, { id: year.id, reason: 'A bill turned up' });
    expect(reopened).toMatchObject({ status: 'reopened', reopenReason: 'A bill turned up', reopenedBy: books.userId });
    expect(reopened.reversalId).not.toBeNull();
    await expect(books.run(reopenYear, { id: year.id, reason: 'Again' })).rejects.toThrow(refused('accounting.year_not_closed'));
    await books.run(unlockPeriod, { id: december });
    await post(books, '2025-12-31', '6020', '1020', '100.00');
    await books.run(lockPeriod, { id: december });
    const again = await closed(books, year.id);
    expect(again.closes.map(({ status, result }) => [status, result?.amount])).toEqual([
      ['closed', '600.00'],
      ['reopened', '700.00'],
    ]);
    expect((await books.run(readProfitAndLoss, { from: '2025-01-01', to: '2025-12-31' })).profit.amount).toBe('600.00');
    expect((await books.run(readBalanceSheet, { asOf: '2026-01-01' })).equity[0]?.amount.amount).toBe('600.00');
  });

  it('is done once, however often it is asked for and delivered, and ends in words where the books refuse it', async () => {
    const { books, year } = await twoYears();
    const tries = await Promise.allSettled([1, 2, 3].map(() => books.run(close, { id: year.id })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await Promise.all([doBackgroundWork(books, 1), doBackgroundWork(books, 1)]);
    const count = 'select count(*)::integer as count from journal_entries where tenant_id = $1 and source_kind = $2';
    expect(await asAdministrator(count, [books.tenantId, 'accounting.year_close'])).toEqual([{ count: 1 }]);
    const empty = await newBooks('2025-01-01', 'EUR', 'empty');
    const { id } = await yearOf(empty, '2025');
    await expect(empty.run(close, { id })).rejects.toThrow(refused('accounting.no_account_for_role'));
  });

  it('of a year without income and expenses posts nothing, and is reopened without a reversal', async () => {
    const books = await newBooks('2025-01-01');
    const { id } = await yearOf(books, '2025');
    await books.run(close, { id, overrideReason: 'Nothing happened' });
    await doBackgroundWork(books);
    const { closes } = await books.run(read, { id });
    expect(closes[0]).toMatchObject({ status: 'closed', entryId: null, result: { amount: '0.00' } });
    expect(await books.run(reopenYear, { id, reason: 'It did' })).toMatchObject({ status: 'reopened', reversalId: null });
  });

  it('is held by no budget: a year that spent more than was approved later is closed and reopened', async () => {
    const { books, year } = await twoYears();
    const budget = await books.run(createBudget, { name: 'Late', fiscalYearId: year.id, mode: 'block' });
    const lines = [{ accountId: books.account('6020'), valueId: null, amounts: year.periods.map(() => '1.00') }];
    await books.run(saveBudgetLines, { id: budget.id, version: 1, lines });
    await books.run(approveBudget, { id: budget.id });
    await closed(books, year.id);
    expect(await books.run(reopenYear, { id: year.id, reason: 'A bill' })).toMatchObject({ status: 'reopened' });
  });

  it('and a posting into the year at once: what was posted is in the close, or refused', async () => {
    for (let round = 0; round < 12; round++) {
      const books = await newBooks('2025-01-01');
      const { id } = await yearOf(books, '2025');
      await post(books, '2025-06-30', '1020', '4010', '10.00');
      await books.run(close, { id, overrideReason: 'A race' });
      const posts = Array.from({ length: 4 }, () => post(books, '2025-12-31', '1020', '4010', '1.00'));
      const [outcomes] = await Promise.all([Promise.allSettled(posts), doBackgroundWork(books, 1)]);
      const won = outcomes.filter(({ status }) => status === 'fulfilled').length;
      const { closes } = await books.run(read, { id });
      expect(closes[0]).toMatchObject({ status: 'closed', result: { amount: `${10 + won}.00` } });
      const { rows } = await books.run(readTrialBalance, { asOf: '2025-12-31' });
      expect(rows.map(({ code }) => code)).toEqual(['1020', '3020']);
    }
  });
});

describe('the checklist of a period', () => {
  it('counts what modules say, and keeps who did by hand what and when', async () => {
    const books = await newBooks();
    const { periods } = await yearOf(books, '2026');
    const [id, other] = periods.map((period) => period.id);
    const { id: taskId } = await books.run(addClosingTask, { title: 'Bank statements filed' });
    const list = readClosing([ledgerDiffers, failing]);
    expect(await books.run(list, { id })).toMatchObject({
      checks: [
        { name: 'accounting.ledger_differs', count: 0 },
        { name: 'test.left', count: 3, link: '/' },
      ],
      tasks: [{ id: taskId, title: 'Bank statements filed', doneBy: null, doneAt: null }],
    });
    const done = await books.run(markClosingTask, { id, taskId, done: true });
    expect(done).toMatchObject({ doneBy: books.userId, doneAt: expect.any(String) });
    const later = { at: '2026-04-01T09:00:00.000Z' };
    expect(await books.run(markClosingTask, { id, taskId, done: true }, later)).toEqual(done);
    expect((await books.run(list, { id: other })).tasks[0]?.doneAt).toBeNull();
    await books.run(archiveClosingTask, { id: taskId });
    expect((await books.run(list, { id: other })).tasks).toEqual([]);
    expect((await books.run(list, { id })).tasks).toEqual([done]);
    await expect(books.run(markClosingTask, { id: other, taskId, done: true })).rejects.toThrow(refused('not_found'));
  });
});
