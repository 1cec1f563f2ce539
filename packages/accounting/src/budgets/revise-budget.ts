import { present, uuidv7 } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { lockBooks } from '../company/company.repository.ts';
import { companyOf } from '../company/company-of.ts';
import { reviseBudget as route } from '../contract/budgets.ts';
import { insertBudget, lastRevision, loadBudget, viewBudget } from './budgets.repository.ts';
import { replaceLines } from './lines.repository.ts';

export const reviseBudget = command(route, async (tx, { id }) => {
  // Two revisions at once would be one number.
  await lockBooks(tx);
  const [loaded, { baseCurrency }] = await Promise.all([loadBudget(tx, id), companyOf(tx)]);
  const { head, periods, lines } = found(loaded, 'budget');
  const revisionId = uuidv7();
  await insertBudget(tx, { ...head, id: revisionId }, (await lastRevision(tx, head)) + 1);
  await replaceLines(tx, revisionId, periods, lines);
  return viewBudget(present(await loadBudget(tx, revisionId), 'the revision was just written'), baseCurrency);
});
