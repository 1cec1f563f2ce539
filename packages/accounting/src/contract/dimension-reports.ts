import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { accountType } from './accounts.ts';
import { knownOn, lineTerms } from './reports.ts';

const { currencyCode, date, id, money } = schemas;

/** Which accounts a report by dimension has. */
export const countedAccounts = z.enum(['result', 'all']);

export const dimensionColumn = z
  .object({
    valueId: id.nullable().meta({ description: 'Null for what names no value' }),
    code: z.string(),
    name: z.string(),
    hasBelow: z.boolean().meta({ description: 'Whether values stand below it: ask for them with `below`' }),
    total: money,
  })
  .meta({ id: 'DimensionColumn' });

export const byDimension = z
  .object({
    from: date.nullable(),
    to: date,
    currency: currencyCode,
    columns: z.array(dimensionColumn),
    rows: z.array(
      z.object({
        accountId: id,
        code: z.string(),
        name: z.string(),
        type: accountType,
        total: money,
        amounts: z.array(money).meta({ description: 'In order of the columns' }),
      }),
    ),
    total: money.meta({ description: 'The result, where the report is of the result; otherwise debits less credits' }),
  })
  .meta({ id: 'ByDimension', description: 'Accounts by the values of a dimension; each value counts what stands below it' });

export const readByDimension = route({
  name: 'accounting.report.by_dimension',
  method: 'GET',
  path: '/reports/by-dimension',
  summary: 'Profit and loss, or all accounts, with the values of a dimension as columns',
  input: z.object({
    dimensionId: id,
    below: id.optional().meta({ description: 'Only this value, with those directly below it as columns' }),
    from: date.optional().meta({ description: 'Left out: from the beginning' }),
    to: date,
    accounts: countedAccounts.default('result').meta({ description: 'Income and expenses, or every account' }),
    knownOn,
    ...lineTerms,
  }),
  output: byDimension,
  errors: ['not_found', 'invalid_period', 'accounting.not_set_up'],
});

export const dimensionLine = z
  .object({
    id: id.meta({ description: 'The entry' }),
    position: z.int(),
    number: z.string(),
    date,
    description: z.string(),
    sourceKind: z.string(),
    sourceId: id.nullable(),
    accountId: id,
    accountCode: z.string(),
    accountName: z.string(),
    valueCode: z.string(),
    debit: money.nullable(),
    credit: money.nullable(),
  })
  .meta({ id: 'DimensionLine' });

export const readDimensionLines = route({
  name: 'accounting.report.dimension_lines',
  method: 'GET',
  path: '/dimension-values/{valueId}/lines',
  summary: 'The lines of a value and of those below it, in order of date: on one account its ledger of the value',
  input: pageInput.extend({
    valueId: id,
    accountId: id.optional(),
    from: date.optional(),
    to: date.optional(),
    knownOn,
    ...lineTerms,
  }),
  output: page(dimensionLine).extend({
    total: money.meta({ description: 'Debits less credits of all lines that are asked for' }),
  }),
  errors: ['not_found', 'invalid_cursor', 'invalid_period', 'accounting.not_set_up'],
});
