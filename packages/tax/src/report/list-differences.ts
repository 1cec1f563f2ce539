import { companyOf, entryFilter } from '@atlas/accounting';
import { moneyJson, period } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { listTaxDifferences as route } from '../contract/report.ts';
import { differencesOfAccount } from './report.repository.ts';

export const listTaxDifferences = query(route, async (tx, { dimensions, without, knownOn, ...asked }) => {
  period(asked.from, asked.to);
  const terms = { dimensions, without, knownOn };
  const counts = await entryFilter(tx, terms);
  const [{ baseCurrency: currency }, { items, nextCursor }] = await Promise.all([
    companyOf(tx),
    differencesOfAccount(tx, asked, counts),
  ]);
  return {
    nextCursor,
    items: items.map(({ documentsMinor, ledgerMinor, ...entry }) => ({
      ...entry,
      documents: moneyJson(BigInt(documentsMinor), currency),
      ledger: moneyJson(BigInt(ledgerMinor), currency),
      difference: moneyJson(BigInt(ledgerMinor) - BigInt(documentsMinor), currency),
    })),
  };
});
