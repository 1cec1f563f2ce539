import { companyOf, controlBalance, entryFilter, isFiltered, itemsAsOf, knownUntil } from '@atlas/accounting';
import { moneyJson } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { ageingBuckets, readAgeing as route } from '../contract/reports.ts';
import { ageingRows } from './reports.repository.ts';

export const readAgeing = query(route, async (tx, { ledger, asOf, knownOn, ...terms }) => {
  const until = { ledger, asOf, knownUntil: knownUntil(knownOn) };
  const isPart = isFiltered(terms);
  const counts = await entryFilter(tx, terms);
  const [{ baseCurrency }, rows, balance] = await Promise.all([
    companyOf(tx),
    ageingRows(tx, itemsAsOf(tx, until), counts, asOf),
    isPart ? null : controlBalance(tx, until),
  ]);
  const value = rows.reduce((sum, { baseMinor }) => sum + BigInt(baseMinor), 0n);
  const sums = ageingBuckets.map((bucket, index) => ({
    bucket,
    value: moneyJson(
      rows.reduce((sum, { baseMinors }) => sum + BigInt(baseMinors[index] ?? '0'), 0n),
      baseCurrency,
    ),
    itemCount: rows.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  }));
  return {
    asOf,
    ledger,
    buckets: [...ageingBuckets],
    rows: rows.map(({ minors, baseMinors: _bases, counts: _counts, totalMinor, baseMinor, currency, ...row }) => ({
      ...row,
      currency,
      buckets: minors.map((minor) => moneyJson(BigInt(minor), currency)),
      total: moneyJson(BigInt(totalMinor), currency),
      value: moneyJson(BigInt(baseMinor), baseCurrency),
    })),
    sums,
    value: moneyJson(value, baseCurrency),
    balance: balance === null ? null : moneyJson(balance, baseCurrency),
  };
});
