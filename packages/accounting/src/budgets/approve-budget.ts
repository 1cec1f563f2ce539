import { AtlasError, present } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { budgetApproved } from '../contract/budget-events.ts';
import { approveBudget as route } from '../contract/budgets.ts';
import { loadBudget, saveApproval, viewBudget } from './budgets.repository.ts';

export const approveBudget = command(route, async (tx, { id }) => {
  const [loaded, { baseCurrency }] = await Promise.all([loadBudget(tx, id, true), companyOf(tx)]);
  const { head } = found(loaded, 'budget');
  if (head.status !== 'draft') throw new AtlasError('accounting.budget_not_draft', `${head.name} is ${head.status} already.`);
  await saveApproval(tx, head);
  const after = viewBudget(present(await loadBudget(tx, id), 'a budget is never deleted'), baseCurrency);
  tx.record({ subjectId: id, before: { status: head.status }, after: { status: after.status } });
  tx.emit(budgetApproved, { budgetId: id, name: head.name, revision: head.revision });
  return after;
});
