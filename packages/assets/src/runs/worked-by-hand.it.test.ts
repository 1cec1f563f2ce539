import type * as accounting from '@atlas/accounting/contract';
import { type Books, doBackgroundWork, newBooks, operationNamed, violations } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { commissionAsset } from '../assets/commission-asset.ts';
import { createAsset } from '../assets/create-asset.ts';
import { disposeAsset } from '../assets/dispose-asset.ts';
import { getAsset } from '../assets/get-asset.ts';
import { revalueAsset } from '../assets/revalue-asset.ts';
import { createAssetCategory } from '../categories/create-category.ts';
import { createDeferral } from '../deferrals/create-deferral.ts';
import { getDeferral } from '../deferrals/get-deferral.ts';
import { startRun } from './start-run.ts';

const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');

async function inService(books: Books, fields: object): Promise<string> {
  const { id: categoryId } = await books.run(createAssetCategory, {
    ...{ code: 'M', name: 'Machines', method: 'straight_line', periods: 36, monthsPerPeriod: 1 },
    ...{ assetAccountId: books.account('1510'), accumulatedAccountId: books.account('1590') },
    ...{ expenseAccountId: books.account('6090'), gainAccountId: books.account('4800'), lossAccountId: books.account('6800') },
  });
  const asset = { code: 'A1', name: 'Press', categoryId, availableOn: '2026-01-01', firstPeriodEndsOn: '2026-01-31', ...fields };
  const { id } = await books.run(createAsset, asset);
  await books.run(commissionAsset, { id, date: '2026-01-01', creditAccountId: books.account('1020') });
  return id;
}

async function runThrough(books: Books, through: string, kind = 'depreciation'): Promise<void> {
  await books.run(startRun, { kind, through });
  await doBackgroundWork(books);
}

async function balances(books: Books, asOf: string, ...codes: string[]): Promise<string[]> {
  const { rows } = await books.run(readTrialBalance, { asOf });
  return codes.map((code) => {
    const row = rows.find((each) => each.code === code);
    return row === undefined || Number(row.debit.amount) > 0 ? (row?.debit.amount ?? '0.00') : `-${row.credit.amount}`;
  });
}

describe('an asset worked out on paper', () => {
  it('impaired after half a year and sold in the middle of a month', async () => {
    const books = await newBooks();
    const id = await inService(books, { cost: '36000.00' });
    await runThrough(books, '2026-06-30');
    const down = await books.run(revalueAsset, { id, date: '2026-06-30', value: '24000.00', accountId: books.account('6800') });
    expect(down.rows.filter(({ entryId }) => entryId === null).map(({ amount }) => amount.amount)).toEqual(
      Array.from({ length: 30 }, () => '800.00'),
    );
    // July, and ten of the 31 days of August: 800.00 and 258.06.
    const sale = { id, date: '2026-08-10', proceeds: '25000.00', proceedsAccountId: books.account('1020') };
    expect(await books.run(disposeAsset, sale)).toMatchObject({
      accumulated: { amount: '13058.06' },
      net: { amount: expect.anything() },
    });
    expect(await balances(books, '2026-12-31', '1510', '1590', '1020', '4800', '6090', '6800')).toEqual([
      ...['0.00', '0.00', '-11000.00', '-2058.06', '7058.06', '6000.00'],
    ]);
    expect(await violations()).toEqual({});
  });

  it('raised above its cost: what is left is written off over the months that are left', async () => {
    const books = await newBooks();
    const id = await inService(books, { cost: '1200.00', salvage: '120.00', periods: 12, proRata: 'months' });
    await runThrough(books, '2026-03-31');
    const up = await books.run(revalueAsset, { id, date: '2026-03-31', value: '1470.00', accountId: books.account('3020') });
    expect(up.rows.filter(({ entryId }) => entryId === null).map(({ amount }) => amount.amount)).toEqual(
      Array.from({ length: 9 }, () => '150.00'),
    );
    await runThrough(books, '2026-12-31');
    expect(await books.run(getAsset, { id })).toMatchObject({ status: 'fully_depreciated', net: { amount: '120.00' } });
    expect(await balances(books, '2026-12-31', '1510', '1590', '6090', '3020')).toEqual([
      '1740.00',
      '-1620.00',
      '1620.00',
      '-540.00',
    ]);
    expect(await violations()).toEqual({});
  });

  it('of dinars and of yen, to their smallest amounts', async () => {
    for (const [currency, cost, parts] of [
      ['KWD', '1.000', ['0.333', '0.333', '0.334']],
      ['JPY', '100', ['33', '33', '34']],
    ] as const) {
      const books = await newBooks('2026-01-01', currency);
      const id = await inService(books, { cost, periods: 3 });
      expect((await books.run(getAsset, { id })).rows.map(({ amount }) => amount.amount)).toEqual(parts);
    }
  });
});

it('a year paid in advance in the middle of a month is earned by days and comes to its amount', async () => {
  const books = await newBooks();
  const { id } = await books.run(createDeferral, {
    ...{
      kind: 'revenue',
      description: 'Support',
      amount: '365.00',
      startsOn: '2026-03-15',
      endsOn: null,
      months: 12,
      basis: 'days',
    },
    ...{ fromAccountId: books.account('2500'), toAccountId: books.account('4010') },
  });
  await runThrough(books, '2026-04-30', 'deferral');
  const { rows } = await books.run(getDeferral, { id });
  expect(rows.map(({ endsOn, amount }) => [endsOn, amount.amount])).toEqual([
    ...[
      ['2026-03-31', '17.00'],
      ['2026-04-30', '30.00'],
      ['2026-05-31', '31.00'],
      ['2026-06-30', '30.00'],
      ['2026-07-31', '31.00'],
    ],
    ...[
      ['2026-08-31', '31.00'],
      ['2026-09-30', '30.00'],
      ['2026-10-31', '31.00'],
      ['2026-11-30', '30.00'],
      ['2026-12-31', '31.00'],
    ],
    ...[
      ['2027-01-31', '31.00'],
      ['2027-02-28', '28.00'],
      ['2027-03-14', '14.00'],
    ],
  ]);
  expect(await balances(books, '2026-12-31', '4010')).toEqual(['-47.00']);
});
