import { addMonths, moneyJson, period, startOfMonth } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { readMonthlyResult as route } from '../contract/reports.ts';
import { resultByMonth } from './balances.repository.ts';

export const readMonthlyResult = query(route, async (tx, { from, to }) => {
  const [{ baseCurrency: currency }, movements] = await Promise.all([companyOf(tx), resultByMonth(tx, period(from, to))]);
  const of = (month: string, type: 'income' | 'expense') =>
    movements.find((movement) => movement.month === month && movement.type === type)?.balanceMinor ?? 0n;
  const months = [];
  for (let first = startOfMonth(from); first <= to; first = addMonths(first, 1)) {
    const month = first.slice(0, 7);
    const [income, expenses] = [-of(month, 'income'), of(month, 'expense')];
    months.push({
      month,
      income: moneyJson(income, currency),
      expenses: moneyJson(expenses, currency),
      profit: moneyJson(income - expenses, currency),
    });
  }
  return { currency, months };
});
