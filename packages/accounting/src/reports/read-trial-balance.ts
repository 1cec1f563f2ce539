import { moneyJson } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { readTrialBalance as route } from '../contract/reports.ts';
import { untilDay } from '../domain/balance-spans.ts';
import { trialBalanceOf } from '../domain/statements.ts';
import { accountMovements } from './balances.repository.ts';
import { knownUntil } from './known-until.ts';
import { lineFilter } from './line-filter.repository.ts';

export const readTrialBalance = query(route, async (tx, { asOf, knownOn, ...terms }) => {
  const { lines } = await lineFilter(tx, terms);
  const [{ baseCurrency: currency }, movements] = await Promise.all([
    companyOf(tx),
    accountMovements(tx, untilDay(asOf), { knownUntil: knownUntil(knownOn), lines }),
  ]);
  const { rows, totalDebitMinor, totalCreditMinor } = trialBalanceOf(movements);
  return {
    asOf,
    currency,
    rows: rows.map(({ debitMinor, creditMinor, ...account }) => ({
      ...account,
      debit: moneyJson(debitMinor, currency),
      credit: moneyJson(creditMinor, currency),
    })),
    totalDebit: moneyJson(totalDebitMinor, currency),
    totalCredit: moneyJson(totalCreditMinor, currency),
  };
});
