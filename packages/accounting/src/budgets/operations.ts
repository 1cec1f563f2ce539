import { approveBudget } from './approve-budget.ts';
import { createBudget } from './create-budget.ts';
import { getBudget } from './get-budget.ts';
import { listBudgets } from './list-budgets.ts';
import { listBudgetWarnings } from './list-warnings.ts';
import { readBudgetReport } from './read-report.ts';
import { reviseBudget } from './revise-budget.ts';
import { saveBudgetLines } from './save-lines.ts';
import { spreadBudget } from './spread-budget.ts';
import { updateBudget } from './update-budget.ts';

/** What is done with budgets. */
export const budgetOperations = [
  createBudget,
  updateBudget,
  saveBudgetLines,
  approveBudget,
  reviseBudget,
  getBudget,
  listBudgets,
  spreadBudget,
  listBudgetWarnings,
  readBudgetReport,
];
