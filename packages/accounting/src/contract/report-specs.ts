import { reportSpec, schemas } from '@atlas/contract';
import { z } from 'zod';
import { readBudgetReport } from './budgets.ts';
import { readByDimension } from './dimension-reports.ts';
import { readGeneralLedger } from './reports.ts';
import { getRevaluation } from './revaluation.ts';
import { readJournalReport, readStatement, statementTerms } from './statements.ts';

const paging = { limit: true, cursor: true } as const;

const ofStatement = {
  permission: readStatement.name,
  terms: statementTerms.extend({ periods: z.int().min(1).max(12).default(1) }),
  errors: ['invalid_period', 'accounting.no_columns_by_value'],
};

/** Statements as files, by their kind. */
export const statementFiles = {
  trial_balance: reportSpec({ name: 'trial_balance', ...ofStatement }),
  profit_and_loss: reportSpec({ name: 'profit_and_loss', ...ofStatement }),
  balance_sheet: reportSpec({ name: 'balance_sheet', ...ofStatement }),
  cash_flow: reportSpec({ name: 'cash_flow', ...ofStatement }),
};

export const generalLedgerFile = reportSpec({
  name: 'general_ledger',
  permission: readGeneralLedger.name,
  terms: readGeneralLedger.input.omit(paging).extend({ to: schemas.date }),
  errors: ['invalid_period'],
});

export const journalFile = reportSpec({
  name: 'journal',
  permission: readJournalReport.name,
  terms: readJournalReport.input.omit(paging).extend({ to: schemas.date }),
  errors: ['invalid_period'],
});

export const byDimensionFile = reportSpec({
  name: 'by_dimension',
  permission: readByDimension.name,
  terms: readByDimension.input.omit({ dimensionId: true }).extend({ by: readByDimension.input.shape.dimensionId }),
  errors: ['invalid_period', 'accounting.no_columns_by_value'],
});

export const budgetFile = reportSpec({
  name: 'budget',
  permission: readBudgetReport.name,
  terms: readBudgetReport.input.omit({ id: true }).extend({ budgetId: schemas.id }),
  errors: ['invalid_period'],
});

export const revaluationFile = reportSpec({
  name: 'revaluation',
  permission: getRevaluation.name,
  terms: z.object({ revaluationId: schemas.id }),
  errors: [],
});
