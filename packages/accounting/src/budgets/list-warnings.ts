import { moneyJson } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { listBudgetWarnings as route } from '../contract/budgets.ts';
import { pageOfWarnings } from './warnings.repository.ts';

export const listBudgetWarnings = query(route, async (tx, input) => {
  const [{ baseCurrency }, { items, nextCursor }] = await Promise.all([companyOf(tx), pageOfWarnings(tx, input)]);
  return {
    items: items.map(({ plannedMinor, spentMinor, ...row }) => ({
      ...row,
      planned: moneyJson(plannedMinor, baseCurrency),
      spent: moneyJson(spentMinor, baseCurrency),
      over: moneyJson(spentMinor - plannedMinor, baseCurrency),
    })),
    nextCursor,
  };
});
