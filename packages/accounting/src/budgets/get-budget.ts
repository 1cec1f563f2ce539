import { found, query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { getBudget as route } from '../contract/budgets.ts';
import { loadBudget, viewBudget } from './budgets.repository.ts';

export const getBudget = query(route, async (tx, { id }) => {
  const [loaded, { baseCurrency }] = await Promise.all([loadBudget(tx, id), companyOf(tx)]);
  return viewBudget(found(loaded, 'budget'), baseCurrency);
});
