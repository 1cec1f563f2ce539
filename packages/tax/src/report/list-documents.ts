import { companyOf, entryFilter } from '@atlas/accounting';
import { moneyJson, period } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { listTaxedDocuments as route } from '../contract/report.ts';
import { documentsOfTax } from './report.repository.ts';

export const listTaxedDocuments = query(route, async (tx, { dimensions, without, knownOn, ...asked }) => {
  period(asked.from, asked.to);
  const terms = { dimensions, without, knownOn };
  const counts = await entryFilter(tx, terms);
  const [{ baseCurrency: currency }, { items, nextCursor }] = await Promise.all([
    companyOf(tx),
    documentsOfTax(tx, asked, counts),
  ]);
  return {
    nextCursor,
    items: items.map(({ baseMinor, amountMinor, ...document }) => ({
      ...document,
      base: moneyJson(baseMinor, currency),
      amount: moneyJson(amountMinor, currency),
    })),
  };
});
