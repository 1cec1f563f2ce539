import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { accountType } from './accounts.ts';
import { knownOn, lineTerms } from './reports.ts';

const { amount, currencyCode, date, id, instant, line, money, version } = schemas;

export const budgetModes = ['none', 'warn', 'block'] as const;
export const budgetSpans = ['period', 'year_to_date'] as const;

const terms = {
  name: line(80),
  mode: z.enum(budgetModes).meta({ description: 'What happens to a posting that takes more than is left' }),
  span: z.enum(budgetSpans).meta({ description: 'What is left of the period, or of the year up to its end' }),
};

export const budgetSummary = z
  .object({
    id,
    ...terms,
    fiscalYearId: id,
    fiscalYear: z.string(),
    revision: z.int(),
    dimensionId: id.nullable().meta({ description: 'The dimension whose values its lines may be for' }),
    status: z.enum(['draft', 'approved', 'superseded']),
    approvedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'BudgetSummary' });

const amounts = z.array(amount).max(20).meta({ description: 'In order of the periods, positive as the account usually stands' });

export const budgetLine = z.object({ accountId: id, valueId: id.nullable().default(null), amounts }).meta({ id: 'BudgetLine' });

export const budgetPeriod = z.object({ id, startsOn: date, endsOn: date });

export const budget = budgetSummary
  .extend({ currency: currencyCode, periods: z.array(budgetPeriod), lines: z.array(budgetLine) })
  .meta({ id: 'Budget', description: 'What accounts may come to in the periods of a fiscal year' });

export const createBudget = route({
  name: 'accounting.budget.create',
  method: 'POST',
  path: '/budgets',
  summary: 'Begin a budget of a fiscal year',
  input: z.object({
    name: terms.name,
    fiscalYearId: id,
    dimensionId: id.nullable().default(null),
    mode: terms.mode.default('none'),
    span: terms.span.default('period'),
  }),
  output: budget,
  errors: ['duplicate', 'unknown_reference', 'accounting.not_set_up'],
  status: 201,
});

export const updateBudget = route({
  name: 'accounting.budget.update',
  method: 'PATCH',
  path: '/budgets/{id}',
  summary: 'Say what becomes of postings beyond the budget; a draft is renamed, too',
  input: z.object({ id, version, ...z.object(terms).partial().shape }),
  output: budget,
  errors: ['not_found', 'version_conflict', 'duplicate', 'accounting.budget_not_draft', 'accounting.not_set_up'],
});

export const saveBudgetLines = route({
  name: 'accounting.budget.save_lines',
  method: 'PUT',
  path: '/budgets/{id}/lines',
  summary: 'Write the lines of a draft; what is left out is gone',
  input: z.object({ id, version, lines: z.array(budgetLine).max(2000) }),
  output: budget,
  errors: [
    'not_found',
    'version_conflict',
    'too_many_decimals',
    'accounting.budget_not_draft',
    'accounting.unknown_account',
    'accounting.unknown_dimension_value',
    'accounting.invalid_budget_line',
    'accounting.not_set_up',
  ],
});

export const approveBudget = route({
  name: 'accounting.budget.approve',
  method: 'POST',
  path: '/budgets/{id}/approval',
  summary: 'Put a draft into force; the revision before it is superseded',
  input: z.object({ id }),
  output: budget,
  errors: ['not_found', 'accounting.budget_not_draft', 'accounting.not_set_up'],
  status: 200,
});

export const reviseBudget = route({
  name: 'accounting.budget.revise',
  method: 'POST',
  path: '/budgets/{id}/revision',
  summary: 'Begin the next revision as a copy',
  input: z.object({ id }),
  output: budget,
  errors: ['not_found', 'accounting.not_set_up'],
  status: 201,
});

export const getBudget = route({
  name: 'accounting.budget.get',
  method: 'GET',
  path: '/budgets/{id}',
  summary: 'Read a budget with its lines',
  input: z.object({ id }),
  output: budget,
  errors: ['not_found', 'accounting.not_set_up'],
});

export const listBudgets = route({
  name: 'accounting.budget.list',
  method: 'GET',
  path: '/budgets',
  summary: 'List budgets, newest first',
  input: pageInput.extend({
    fiscalYearId: id.optional(),
    q: line(100).optional().meta({ description: 'Part of the name' }),
    sort: z.enum(['created', '-created']).default('-created'),
  }),
  output: page(budgetSummary),
  errors: ['invalid_cursor'],
});

export const spreadBudget = route({
  name: 'accounting.budget.spread',
  method: 'GET',
  path: '/budgets/{id}/spread',
  summary: 'Spread an amount of the year over its periods: equally, or as the year before went',
  input: z.object({ id, accountId: id, valueId: id.optional(), amount, by: z.enum(['equal', 'last_year']) }),
  output: z.object({ amounts: z.array(amount) }),
  errors: [
    'not_found',
    'too_many_decimals',
    'accounting.unknown_account',
    'accounting.unknown_dimension_value',
    'accounting.not_set_up',
  ],
});

export const budgetWarning = z
  .object({
    id: id.meta({ description: 'The entry' }),
    number: z.string(),
    date,
    budgetId: id,
    budget: z.string(),
    accountId: id,
    accountCode: z.string(),
    accountName: z.string(),
    value: z.string().nullable(),
    planned: money,
    spent: money,
    over: money,
  })
  .meta({ id: 'BudgetWarning', description: 'An entry that took more than a budget had left' });

export const listBudgetWarnings = route({
  name: 'accounting.budget_warning.list',
  method: 'GET',
  path: '/budget-warnings',
  summary: 'List entries that went beyond a budget, newest first',
  input: pageInput.extend({ budgetId: id.optional() }),
  output: page(budgetWarning),
  errors: ['invalid_cursor', 'accounting.not_set_up'],
});

const figures = { planned: money, actual: money, variance: money.meta({ description: 'Actual less planned' }) };

export const readBudgetReport = route({
  name: 'accounting.report.budget',
  method: 'GET',
  path: '/budgets/{id}/report',
  summary: 'A budget against what was posted, line by line and period by period; what was planned is that of the revision',
  input: z.object({
    id,
    from: date.optional(),
    to: date.optional(),
    knownOn: knownOn.meta({
      description:
        'Leave out what was posted after this day (its end in UTC) or instant. What was planned is that of the revision, which stays as it was approved; a draft keeps no history',
    }),
    dimensions: lineTerms.dimensions.meta({
      description: 'Values of the budget’s dimension: only what is planned for one of them or one that stands below it',
    }),
  }),
  output: z
    .object({
      currency: currencyCode,
      approvedAt: instant.nullable().meta({ description: 'Since when what is planned stands as it is here; null of a draft' }),
      dimensionId: id.nullable().meta({ description: 'Of whose values `dimensions` may be' }),
      periods: z.array(budgetPeriod),
      rows: z.array(
        z.object({
          accountId: id,
          code: z.string(),
          name: z.string(),
          type: accountType,
          valueId: id.nullable(),
          value: z.string().nullable(),
          ...figures,
          percent: z
            .string()
            .nullable()
            .meta({ description: 'Actual as a share of planned, in percent; null when nothing was planned' }),
          cells: z.array(z.object(figures)),
        }),
      ),
      totals: z.array(z.object(figures)).meta({ description: 'Income less expenses, by period' }),
      result: z.object(figures),
    })
    .meta({ id: 'BudgetReport' }),
  errors: ['not_found', 'invalid_period', 'accounting.not_set_up'],
});
