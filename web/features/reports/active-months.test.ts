import { expect, test } from 'vitest';
import { activeMonths } from './active-months.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const month = (name: string, income: string, expenses = '0.00') => ({
  month: name,
  income: usd(income),
  expenses: usd(expenses),
  profit: usd('0.00'),
});

test('leaves out empty months at both ends and keeps those in between', () => {
  const months = [month('2026-01', '0.00'), month('2026-02', '1.00'), month('2026-03', '0.00'), month('2026-04', '0.00', '2.00')];
  expect(activeMonths([...months, month('2026-05', '0.00')]).map((each) => each.month)).toEqual([
    '2026-02',
    '2026-03',
    '2026-04',
  ]);
});

test('nothing is left of months without postings', () => {
  expect(activeMonths([month('2026-01', '0.00')])).toEqual([]);
});
