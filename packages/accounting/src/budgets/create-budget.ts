import { present, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { createBudget as route } from '../contract/budgets.ts';
import { insertBudget, loadBudget, viewBudget } from './budgets.repository.ts';

export const createBudget = command(route, async (tx, fields) => {
  const { baseCurrency } = await companyOf(tx);
  const id = uuidv7();
  await insertBudget(tx, { ...fields, id }, 1);
  return viewBudget(present(await loadBudget(tx, id), 'the budget was just written'), baseCurrency);
});
