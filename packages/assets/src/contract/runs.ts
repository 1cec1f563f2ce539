import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id, instant, money, version } = schemas;

export const runKinds = ['depreciation', 'deferral'] as const;

export const depreciationRun = z
  .object({
    id,
    kind: z.enum(runKinds),
    through: date,
    status: z.enum(['running', 'completed', 'failed', 'reversed']),
    jobId: id.nullable(),
    doneCount: z.int(),
    totalCount: z.int(),
    posted: money,
    error: z.string().nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'DepreciationRun' });

export const startRun = route({
  name: 'assets.run.start',
  method: 'POST',
  path: '/depreciation-runs',
  summary: 'Post what is due through the end of a period, in the background',
  input: z.object({
    kind: z.enum(runKinds).default('depreciation'),
    through: date.meta({ description: 'What is due by this day; what lies in locked periods is posted on it' }),
  }),
  output: depreciationRun,
  errors: [
    'accounting.not_set_up',
    'accounting.no_period',
    'accounting.period_closed',
    'accounting.area_locked',
    'assets.nothing_due',
  ],
  status: 202,
});

export const reverseRun = route({
  name: 'assets.run.reverse',
  method: 'POST',
  path: '/depreciation-runs/{id}/reverse',
  summary: 'Take a run back by reversal entries on an open day; what it posted is due again',
  input: z.object({ id, date }),
  output: depreciationRun,
  errors: [
    'not_found',
    'assets.run_not_reversible',
    'assets.later_postings',
    'accounting.no_period',
    'accounting.period_closed',
    'accounting.area_locked',
  ],
  status: 200,
  amount: '/posted',
});

export const getRun = route({
  name: 'assets.run.get',
  method: 'GET',
  path: '/depreciation-runs/{id}',
  summary: 'Read a run and its progress',
  input: z.object({ id }),
  output: depreciationRun,
  errors: ['not_found'],
});

export const listRuns = route({
  name: 'assets.run.list',
  method: 'GET',
  path: '/depreciation-runs',
  summary: 'List runs, newest first',
  input: pageInput,
  output: page(depreciationRun),
  errors: ['invalid_cursor'],
});
