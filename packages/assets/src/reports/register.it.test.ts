import type * as accounting from '@atlas/accounting/contract';
import { addMonths, businessDate, endOfMonth, uuidv7 } from '@atlas/kernel';
import { type Books, doBackgroundWork, newBooks, operationNamed, violations } from '@atlas/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commissionAsset } from '../assets/commission-asset.ts';
import { createAsset } from '../assets/create-asset.ts';
import { disposeAsset } from '../assets/dispose-asset.ts';
import { getAsset } from '../assets/get-asset.ts';
import { revalueAsset } from '../assets/revalue-asset.ts';
import { createAssetCategory } from '../categories/create-category.ts';
import { reverseRun } from '../runs/reverse-run.ts';
import { startRun } from '../runs/start-run.ts';
import { readAssetRegister } from './read-register.ts';

const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');

const monthEnd = (month: number) => endOfMonth(addMonths(businessDate('2026-01-15'), month));
const cents = (amount: string) => BigInt(amount.replace('.', ''));

/** Two categories that share what is accumulated, and stand on accounts of their own otherwise. */
async function categories(books: Books): Promise<string[]> {
  const made = await Promise.all(
    (
      [
        ['1510', 'straight_line', null],
        ['1520', 'declining_balance', '0.4'],
      ] as const
    ).map(([code, method, yearlyRate]) =>
      books.run(createAssetCategory, {
        code,
        name: code,
        assetAccountId: books.account(code),
        accumulatedAccountId: books.account('1590'),
        expenseAccountId: books.account('6090'),
        gainAccountId: books.account('4800'),
        lossAccountId: books.account('6800'),
        ...{ method, yearlyRate, periods: 7, monthsPerPeriod: 1 },
      }),
    ),
  );
  return made.map(({ id }) => id);
}

type Kept = { readonly assets: string[]; readonly runs: string[] };

const step = fc.record({
  what: fc.constantFrom('buy', 'buy', 'run', 'run', 'sell', 'revalue', 'revalue', 'reverse'),
  month: fc.integer({ min: 0, max: 6 }),
  pick: fc.nat(20),
  cents: fc.integer({ min: 5_000, max: 900_000 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Tries an operation as it comes; what the rules refuse changes nothing. Answers whether it was done. */
async function tryStep(
  books: Books,
  ids: readonly string[],
  kept: Kept,
  { what, month, pick, cents: minor }: Step,
): Promise<boolean> {
  const date = monthEnd(month);
  const amount = `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
  const id = kept.assets[pick % Math.max(1, kept.assets.length)];
  const operations: Record<string, () => Promise<unknown>> = {
    buy: async () => {
      const terms = {
        categoryId: ids[pick % 2],
        cost: amount,
        salvage: '7.77',
        availableOn: `${date.slice(0, 8)}11`,
        firstPeriodEndsOn: date,
      };
      const asset = await books.run(createAsset, { ...terms, code: uuidv7().slice(-20), name: 'Thing' });
      kept.assets.push(asset.id);
      await books.run(commissionAsset, { id: asset.id, date: `${date.slice(0, 8)}11`, creditAccountId: books.account('1020') });
    },
    run: async () => {
      kept.runs.push((await books.run(startRun, { through: date })).id);
      await doBackgroundWork(books);
    },
    sell: () =>
      books.run(disposeAsset, { id, date: `${date.slice(0, 8)}21`, proceeds: amount, proceedsAccountId: books.account('1010') }),
    revalue: () => books.run(revalueAsset, { id, date, value: amount, accountId: books.account('4800') }),
    reverse: () => books.run(reverseRun, { id: kept.runs[pick % Math.max(1, kept.runs.length)], date: monthEnd(6) }),
  };
  try {
    await operations[what]?.();
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    expect(code === 'not_found' || code === 'validation_failed' || code?.startsWith('assets.'), String(error)).toBe(true);
    return false;
  }
}

it('ties to the ledger on every day after whatever happens to assets', { timeout: 120_000 }, async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 35 }), async (unordered) => {
      const steps = unordered.toSorted((a, b) => a.month - b.month);
      const books = await newBooks();
      const ids = await categories(books);
      const kept: Kept = { assets: [], runs: [] };
      for (const each of steps) if (await tryStep(books, ids, kept, each)) done.set(each.what, (done.get(each.what) ?? 0) + 1);
      for (const asOf of ['2026-02-11', '2026-04-20', '2026-06-30', '2026-12-31']) {
        const register = await books.run(readAssetRegister, { asOf });
        const { rows } = await books.run(readTrialBalance, { asOf });
        for (const code of ['1510', '1520', '1590']) {
          const row = rows.find((each) => each.code === code);
          const ledger = cents(row?.debit.amount ?? '0.00') - cents(row?.credit.amount ?? '0.00');
          const account = register.accounts.find(({ accountCode }) => accountCode === code);
          expect(cents(account?.balance.amount ?? '0.00'), `${code} on ${asOf}`).toBe(ledger);
        }
      }
      const today = await books.run(readAssetRegister, { asOf: '2030-12-31' });
      for (const { id, net } of today.rows) expect((await books.run(getAsset, { id })).net).toEqual(net);
    }),
    { numRuns: 6 },
  );
  // Each kind of operation was done, not only refused.
  expect([...done.keys()].sort()).toEqual(['buy', 'revalue', 'reverse', 'run', 'sell']);
  expect(await violations()).toEqual({});
});
