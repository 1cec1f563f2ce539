import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { quotation } from './currencies.ts';

const { date, id, instant, line, money } = schemas;

const row = z
  .object({
    accountId: id,
    accountCode: z.string(),
    accountName: z.string(),
    currency: schemas.currencyCode,
    quotation,
    rate: schemas.decimal,
    rateOn: date.meta({ description: 'The day that the rate is of' }),
    stale: z.boolean(),
    positionCount: z.int().meta({ description: 'Open items, or one for what an account holds' }),
    foreign: money,
    before: money,
    after: money,
    difference: money,
    kept: z.boolean().meta({ description: 'Whether the difference stays, or is taken back on the next day' }),
  })
  .meta({ id: 'RevaluationRow' });

export const revaluationReversal = z
  .enum(['next_day', 'kept'])
  .meta({ description: 'Whether differences are taken back on the next day; what was settled since always is' });

const head = {
  id,
  date,
  reversal: revaluationReversal,
  status: z.enum(['posted', 'undone']),
  difference: money,
  createdAt: instant,
};

export const revaluationSummary = z.object(head).meta({ id: 'RevaluationSummary' });

export const revaluation = z
  .object({
    ...head,
    rows: z.array(row),
    entryIds: z
      .array(id)
      .meta({ description: 'The entries of the day, those that take them back on the next, and those that undo either' }),
  })
  .meta({ id: 'Revaluation' });

const rateErrors = ['accounting.not_set_up', 'accounting.no_rate', 'accounting.stale_rate'] as const;
const postingErrors = [
  'accounting.no_period',
  'accounting.period_closed',
  'accounting.area_locked',
  'accounting.area_locked',
] as const;

export const previewRevaluation = route({
  name: 'accounting.revaluation.preview',
  method: 'GET',
  path: '/revaluation-preview',
  summary: 'What money in foreign currencies is worth at the end of a day; nothing is written',
  input: z.object({ date, reversal: revaluationReversal.default('next_day') }),
  output: z.object({ rows: z.array(row), difference: money }),
  errors: [...rateErrors],
});

export const runRevaluation = route({
  name: 'accounting.revaluation.run',
  method: 'POST',
  path: '/revaluations',
  summary: 'Bring money in foreign currencies to what it is worth at the end of a day',
  input: z.object({ date, reversal: revaluationReversal.default('next_day'), description: line(120).default('Revaluation') }),
  output: revaluation,
  errors: [...rateErrors, ...postingErrors, 'accounting.nothing_to_revalue', 'accounting.no_account_for_role'],
  status: 201,
});

export const undoRevaluation = route({
  name: 'accounting.revaluation.undo',
  method: 'POST',
  path: '/revaluations/{id}/undo',
  summary: 'Take a revaluation back, on its own dates',
  input: z.object({ id }),
  output: revaluation,
  errors: ['not_found', 'accounting.revaluation_undone', 'accounting.revaluation_built_upon', ...postingErrors],
});

export const getRevaluation = route({
  name: 'accounting.revaluation.get',
  method: 'GET',
  path: '/revaluations/{id}',
  summary: 'Read a revaluation with its rows',
  input: z.object({ id }),
  output: revaluation,
  errors: ['not_found'],
});

export const listRevaluations = route({
  name: 'accounting.revaluation.list',
  method: 'GET',
  path: '/revaluations',
  summary: 'List revaluations',
  input: pageInput.extend({ sort: z.enum(['date', '-date']).default('-date') }),
  output: page(revaluationSummary),
  errors: ['invalid_cursor'],
});
