import { AtlasError } from '@atlas/kernel';
import { command, definedOnly, found, sameVersion } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { updateBudget as route } from '../contract/budgets.ts';
import { loadBudget, saveBudget, viewBudget } from './budgets.repository.ts';

export const updateBudget = command(route, async (tx, { id, version, ...changes }) => {
  const [loaded, { baseCurrency }] = await Promise.all([loadBudget(tx, id, true), companyOf(tx)]);
  const before = found(loaded, 'budget');
  sameVersion(before.head.version, version);
  const renamed = changes.name !== undefined && changes.name !== before.head.name;
  if (before.head.status === 'superseded' || (renamed && (before.head.status !== 'draft' || before.head.revision > 1)))
    throw new AtlasError('accounting.budget_not_draft', 'What was approved keeps its name; what was superseded stays as it was.');
  const head = { ...before.head, ...definedOnly(changes), version: version + 1 };
  await saveBudget(tx, head);
  tx.record({ subjectId: id, before: before.head, after: head });
  return viewBudget({ ...before, head }, baseCurrency);
});
