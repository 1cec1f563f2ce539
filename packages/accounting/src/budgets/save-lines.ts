import { AtlasError } from '@atlas/kernel';
import { command, found, sameVersion } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { saveBudgetLines as route } from '../contract/budgets.ts';
import { keptLines } from './budget-lines.ts';
import { loadBudget, saveBudget, viewBudget } from './budgets.repository.ts';
import { replaceLines } from './lines.repository.ts';

export const saveBudgetLines = command(route, async (tx, { id, version, lines }) => {
  const [loaded, { baseCurrency }] = await Promise.all([loadBudget(tx, id, true), companyOf(tx)]);
  const before = found(loaded, 'budget');
  sameVersion(before.head.version, version);
  if (before.head.status !== 'draft')
    throw new AtlasError('accounting.budget_not_draft', 'What was approved is revised by a new version.');
  const kept = await keptLines(tx, before, lines, baseCurrency);
  await replaceLines(tx, id, before.periods, kept);
  const head = { ...before.head, version: version + 1 };
  await saveBudget(tx, head);
  const [was, is] = [viewBudget(before, baseCurrency), viewBudget({ ...before, head, lines: kept }, baseCurrency)];
  tx.record({ subjectId: id, before: { lines: was.lines }, after: { lines: is.lines } });
  return is;
});
