import { companyOf, entryFilter } from '@atlas/accounting';
import { moneyJson } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { readReceivablesAgeing as route } from '../contract/reports.ts';
import { receivablesAgeing } from './revenue.repository.ts';

const names = ['not_due', '1_30', '31_60', '61_90', 'over_90', 'unallocated_credits'] as const;

export const readReceivablesAgeing = query(route, async (tx, { asOf, ...terms }) => {
  const counts = await entryFilter(tx, terms);
  const [{ baseCurrency: currency }, rows] = await Promise.all([companyOf(tx), receivablesAgeing(tx, asOf, counts)]);
  const buckets = names.map((name) => {
    const row = rows.find((each) => each.name === name);
    return { name, amount: moneyJson(BigInt(row?.openMinor ?? '0'), currency), invoiceCount: row?.invoiceCount ?? 0 };
  });
  const total = rows.reduce((sum, { openMinor }) => sum + BigInt(openMinor), 0n);
  return { asOf, currency, buckets, total: moneyJson(total, currency) };
});
