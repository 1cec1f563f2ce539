import { moneyJson, period } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { readProfitAndLoss as route } from '../contract/reports.ts';
import { profitAndLossOf } from '../domain/statements.ts';
import { accountMovements } from './balances.repository.ts';
import { knownUntil } from './known-until.ts';
import { lineFilter } from './line-filter.repository.ts';
import { statementRows } from './statement-rows.ts';

export const readProfitAndLoss = query(route, async (tx, { from, to, knownOn, ...terms }) => {
  const { lines } = await lineFilter(tx, terms);
  const [{ baseCurrency: currency }, movements] = await Promise.all([
    companyOf(tx),
    accountMovements(tx, period(from, to), { knownUntil: knownUntil(knownOn), lines, closing: 'left_out' }),
  ]);
  const statement = profitAndLossOf(movements);
  return {
    from,
    to,
    currency,
    income: statementRows(statement.income, currency),
    expenses: statementRows(statement.expenses, currency),
    totalIncome: moneyJson(statement.totalIncomeMinor, currency),
    totalExpenses: moneyJson(statement.totalExpensesMinor, currency),
    profit: moneyJson(statement.profitMinor, currency),
  };
});
