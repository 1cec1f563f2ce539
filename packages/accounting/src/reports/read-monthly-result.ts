import { AtlasError, addMonths, moneyJson, monthsBetween, period, startOfMonth } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { readMonthlyResult as route } from '../contract/reports.ts';
import { resultByMonth } from './balances.repository.ts';
import { knownUntil } from './known-until.ts';
import { lineFilter } from './line-filter.repository.ts';

/** Fifty years: more is a typing error, and the answer would not fit a chart. */
const maxMonths = 600;

export const readMonthlyResult = query(route, async (tx, { from, to, knownOn, ...terms }) => {
  const range = period(from, to);
  const count = monthsBetween(from, to) + 1;
  if (count > maxMonths) throw new AtlasError('invalid_period', `Ask for ${maxMonths} months at most, not for ${count}.`);
  const { lines } = await lineFilter(tx, terms);
  const [{ baseCurrency: currency }, movements] = await Promise.all([
    companyOf(tx),
    resultByMonth(tx, range, { knownUntil: knownUntil(knownOn), lines }),
  ]);
  const of = (month: string, type: 'income' | 'expense') =>
    movements.find((movement) => movement.month === month && movement.type === type)?.balanceMinor ?? 0n;
  const months = Array.from({ length: count }, (_, index) => {
    const month = addMonths(startOfMonth(from), index).slice(0, 7);
    const [income, expenses] = [-of(month, 'income'), of(month, 'expense')];
    return {
      month,
      income: moneyJson(income, currency),
      expenses: moneyJson(expenses, currency),
      profit: moneyJson(income - expenses, currency),
    };
  });
  return { currency, months };
});
