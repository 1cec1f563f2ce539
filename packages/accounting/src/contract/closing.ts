import { route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { accountingPeriod, fiscalYear } from './periods.ts';

const { id, instant, line, money } = schemas;

export const closingCheck = z
  .object({
    name: z.string().meta({ description: 'Such as `sales.invoice_drafts`' }),
    summary: z.string(),
    count: z.int().min(0).meta({ description: 'How much is left to do: zero when all is well' }),
    link: z.string().meta({ description: 'Where it is seen to in the web app' }),
  })
  .meta({ id: 'ClosingCheck' });

export const closingTask = z
  .object({ id, title: line(200), doneBy: id.nullable(), doneAt: instant.nullable() })
  .meta({ id: 'ClosingTask', description: 'What somebody looks after by hand in every period' });

export const readClosing = route({
  name: 'accounting.closing.get',
  method: 'GET',
  path: '/periods/{id}/closing',
  summary: 'Read the checklist of a period: what is counted, and what is done by hand',
  input: z.object({ id }),
  output: z.object({ period: accountingPeriod, checks: z.array(closingCheck), tasks: z.array(closingTask) }),
  errors: ['not_found', 'accounting.not_set_up'],
});

export const addClosingTask = route({
  name: 'accounting.closing_task.add',
  method: 'POST',
  path: '/closing-tasks',
  summary: 'Add something to do by hand to the checklist of every period',
  input: z.object({ title: line(200) }),
  output: closingTask,
  errors: ['accounting.not_set_up'],
  status: 201,
});

export const archiveClosingTask = route({
  name: 'accounting.closing_task.archive',
  method: 'POST',
  path: '/closing-tasks/{id}/archive',
  summary: 'Take something off the checklist; where it was done, it stays done',
  input: z.object({ id }),
  output: closingTask,
  errors: ['not_found'],
  status: 200,
});

export const markClosingTask = route({
  name: 'accounting.closing.mark',
  method: 'POST',
  path: '/periods/{id}/closing-tasks/{taskId}',
  summary: 'Say that something is done in a period, or that it is not',
  input: z.object({ id, taskId: id, done: z.boolean() }),
  output: closingTask,
  errors: ['not_found'],
  status: 200,
});

export const yearClose = z
  .object({
    id,
    fiscalYearId: id,
    status: z.enum(['running', 'closed', 'failed', 'reopened']),
    jobId: id,
    overrideReason: z.string().nullable(),
    entryId: id.nullable(),
    result: money.nullable().meta({ description: 'What went to retained earnings; negative is a loss' }),
    error: z.string().nullable(),
    requestedBy: id.nullable(),
    requestedAt: instant,
    closedAt: instant.nullable(),
    reversalId: id.nullable(),
    reopenedBy: id.nullable(),
    reopenedAt: instant.nullable(),
    reopenReason: z.string().nullable(),
  })
  .meta({ id: 'YearClose' });

export const readYearClose = route({
  name: 'accounting.year_close.get',
  method: 'GET',
  path: '/fiscal-years/{id}/close',
  summary: 'Read what stands against closing a fiscal year, and its closes so far, newest first',
  input: z.object({ id }),
  output: z.object({ year: fiscalYear, checks: z.array(closingCheck), closes: z.array(yearClose) }),
  errors: ['not_found', 'accounting.not_set_up'],
});

export const closeYear = route({
  name: 'accounting.fiscal_year.close',
  method: 'POST',
  path: '/fiscal-years/{id}/close',
  summary: 'Close a fiscal year in the background: its result goes to retained earnings, its periods stay locked',
  input: z.object({
    id,
    overrideReason: line(200)
      .nullable()
      .default(null)
      .meta({ description: 'Why it is closed although periods are open or checks fail; needs `accounting.lock.override`' }),
  }),
  output: yearClose,
  errors: [
    'not_found',
    'forbidden',
    'accounting.not_set_up',
    'accounting.no_account_for_role',
    'accounting.not_ready_to_close',
    'accounting.year_closed',
  ],
  status: 202,
});

export const reopenYear = route({
  name: 'accounting.fiscal_year.reopen',
  method: 'POST',
  path: '/fiscal-years/{id}/reopen',
  summary: 'Reopen a closed fiscal year by the reversal of its closing entry',
  input: z.object({ id, reason: line(200) }),
  output: yearClose,
  errors: ['not_found', 'accounting.year_not_closed'],
  status: 200,
});
