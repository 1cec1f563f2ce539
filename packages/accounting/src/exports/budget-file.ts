import { period } from '@atlas/kernel';
import { found, reportable } from '@atlas/platform';
import { loadBudget } from '../budgets/budgets.repository.ts';
import { readBudgetReport, valuesTold } from '../budgets/read-report.ts';
import { budgetFile as spec } from '../contract/report-specs.ts';
import { budgetPaper } from './budget-paper.ts';
import { reportHead } from './report-paper.ts';

/** A budget against what was posted as a file. */
export const budgetFile = reportable({
  spec,
  check: async (tx, { budgetId, dimensions = [], from, to }) => {
    if (from !== undefined && to !== undefined) period(from, to);
    const [loaded] = await Promise.all([loadBudget(tx, budgetId), reportHead(tx, { dimensions })]);
    const { name, dimensionId, fiscalYear } = found(loaded, 'budget').head;
    await valuesTold(tx, dimensions, dimensionId);
    const days = [from, to].filter((day) => day !== undefined);
    return [name, ...(days.length > 0 ? days : [fiscalYear])];
  },
  paper: ({ read, language }, { budgetId, ...terms }) =>
    read(async (tx) => {
      const [head, loaded, report] = await Promise.all([
        reportHead(tx, { dimensions: terms.dimensions }),
        loadBudget(tx, budgetId),
        readBudgetReport.in(tx, { id: budgetId, ...terms }),
      ]);
      return budgetPaper(head, { ...found(loaded, 'budget').head, knownOn: terms.knownOn, language }, report);
    }),
});
