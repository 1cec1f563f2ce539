import { companyOf } from '@atlas/accounting';
import { moneyJson, period } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { readRevenueBreakdown as route } from '../contract/reports.ts';
import { revenueBreakdown } from './revenue.repository.ts';

export const readRevenueBreakdown = query(route, async (tx, { by, from = '0001-01-01', to = '9999-12-31', limit }) => {
  period(from, to);
  const [{ baseCurrency: currency }, rows] = await Promise.all([companyOf(tx), revenueBreakdown(tx, by, from, to)]);
  const total = rows.reduce((sum, { netMinor }) => sum + BigInt(netMinor), 0n);
  return {
    currency,
    by,
    rows: rows.slice(0, limit).map(({ netMinor, ...row }) => ({ ...row, net: moneyJson(BigInt(netMinor), currency) })),
    total: moneyJson(total, currency),
  };
});
