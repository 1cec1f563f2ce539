import { companyOf } from '@atlas/accounting';
import { businessDate, moneyJson } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { readAssetRegister as route } from '../contract/reports.ts';
import { registerRows } from './register.repository.ts';

export const readAssetRegister = query(route, async (tx, { asOf }) => {
  const [{ baseCurrency: currency }, found] = await Promise.all([companyOf(tx), registerRows(tx, businessDate(asOf))]);
  const figures = (costMinor: bigint, accumulatedMinor: bigint) => ({
    cost: moneyJson(costMinor, currency),
    accumulated: moneyJson(accumulatedMinor, currency),
    net: moneyJson(costMinor - accumulatedMinor, currency),
  });
  const accounts = new Map<string, { accountId: string; accountCode: string; minor: bigint }>();
  const add = (accountId: string, accountCode: string, minor: bigint) => {
    accounts.set(accountId, { accountId, accountCode, minor: (accounts.get(accountId)?.minor ?? 0n) + minor });
  };
  for (const row of found) {
    add(row.assetAccountId, row.assetAccountCode, row.costMinor);
    add(row.accumulatedAccountId, row.accumulatedAccountCode, -row.accumulatedMinor);
  }
  const total = (pick: (row: (typeof found)[number]) => bigint) => found.reduce((sum, row) => sum + pick(row), 0n);
  return {
    asOf,
    currency,
    rows: found.map(({ id, code, name, categoryName, status, costMinor, accumulatedMinor }) => ({
      ...{ id, code, name, categoryName, status },
      ...figures(costMinor, accumulatedMinor),
    })),
    accounts: [...accounts.values()].map(({ minor, ...account }) => ({ ...account, balance: moneyJson(minor, currency) })),
    total: figures(
      total(({ costMinor }) => costMinor),
      total(({ accumulatedMinor }) => accumulatedMinor),
    ),
  };
});
