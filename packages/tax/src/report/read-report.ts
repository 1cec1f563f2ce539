import { companyOf, entryFilter } from '@atlas/accounting';
import { moneyJson, period as periodOf } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { readTaxReport as route } from '../contract/report.ts';
import { sumsByAccount, sumsByTax } from './report.repository.ts';

export const readTaxReport = query(route, async (tx, { from, to, ...terms }) => {
  periodOf(from, to);
  const period = { from, to };
  const counts = await entryFilter(tx, terms);
  const [{ baseCurrency: currency }, rows, accounts] = await Promise.all([
    companyOf(tx),
    sumsByTax(tx, period, counts),
    sumsByAccount(tx, period, counts),
  ]);
  const money = (minor: bigint) => moneyJson(minor, currency);
  return {
    ...period,
    currency,
    rows: rows.map(({ baseMinor, amountMinor, ...row }) => ({
      ...row,
      base: money(BigInt(baseMinor)),
      amount: money(BigInt(amountMinor)),
    })),
    accounts: accounts.map(({ documentsMinor, ledgerMinor, ...account }) => ({
      ...account,
      documents: money(BigInt(documentsMinor)),
      ledger: money(BigInt(ledgerMinor)),
      difference: money(BigInt(ledgerMinor) - BigInt(documentsMinor)),
    })),
    owed: money(accounts.reduce((sum, { ledgerMinor }) => sum + BigInt(ledgerMinor), 0n)),
  };
});
