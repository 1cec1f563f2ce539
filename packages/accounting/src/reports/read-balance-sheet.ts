import { moneyJson } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { readBalanceSheet as route } from '../contract/reports.ts';
import { untilDay } from '../domain/balance-spans.ts';
import { balanceSheetOf } from '../domain/statements.ts';
import { accountMovements } from './balances.repository.ts';
import { knownUntil } from './known-until.ts';
import { lineFilter } from './line-filter.repository.ts';
import { statementRows } from './statement-rows.ts';

export const readBalanceSheet = query(route, async (tx, { asOf, knownOn, ...terms }) => {
  const { lines } = await lineFilter(tx, terms);
  const [{ baseCurrency: currency }, movements] = await Promise.all([
    companyOf(tx),
    accountMovements(tx, untilDay(asOf), { knownUntil: knownUntil(knownOn), lines, closing: 'left_out_on_last_day' }),
  ]);
  const sheet = balanceSheetOf(movements);
  return {
    asOf,
    currency,
    assets: statementRows(sheet.assets, currency),
    liabilities: statementRows(sheet.liabilities, currency),
    equity: statementRows(sheet.equity, currency),
    result: moneyJson(sheet.resultMinor, currency),
    totalAssets: moneyJson(sheet.totalAssetsMinor, currency),
    totalLiabilities: moneyJson(sheet.totalLiabilitiesMinor, currency),
    totalEquity: moneyJson(sheet.totalEquityMinor, currency),
  };
});
