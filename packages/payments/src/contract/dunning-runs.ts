import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id, instant, money, version } = schemas;

export const dunningRun = z
  .object({
    id,
    asOf: date,
    status: z.enum(['proposed', 'running', 'completed', 'failed', 'discarded']),
    jobId: id.nullable(),
    customerCount: z.int().meta({ description: 'With something selected' }),
    itemCount: z.int().meta({ description: 'Selected' }),
    fees: money.meta({ description: 'What the reminders of what is selected cost their customers' }),
    doneCount: z.int(),
    reminderCount: z.int(),
    error: z.string().nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'DunningRun' });

export const dunningFigure = z
  .object({
    overdue: money,
    fees: money.meta({ description: 'Fees of earlier reminders that are not paid' }),
    credit: money.meta({ description: 'What the customer has to their credit, negative' }),
    fee: money.meta({ description: 'Of this reminder' }),
    total: money,
  })
  .meta({ id: 'DunningFigure' });

const proposedItem = z.object({
  entryId: id,
  position: z.int(),
  sourceKind: z.string(),
  sourceId: id.nullable(),
  documentNumber: z.string(),
  dueOn: date,
  daysOverdue: z.int(),
  level: z.int(),
  open: money,
  selected: z.boolean(),
});

export const dunningProposal = z
  .object({
    partyId: id,
    partyName: z.string(),
    hasAddress: z.boolean().meta({ description: 'There is an e-mail address to write to' }),
    level: z.int(),
    fee: money,
    figures: z.array(dunningFigure).meta({ description: 'By currency, as it was proposed' }),
    items: z.array(proposedItem),
    outcome: z.enum(['reminded', 'left_out']).nullable(),
    reminderId: id.nullable(),
  })
  .meta({ id: 'DunningProposal' });

const decided = 'payments.dunning_run_decided' as const;
const ofRun = z.object({ id, version });

export const proposeDunningRun = route({
  name: 'payments.dunning_run.propose',
  method: 'POST',
  path: '/dunning-runs',
  summary: 'Propose whom to remind of what on a day; nothing is written to anybody',
  input: z.object({ asOf: date }),
  output: dunningRun,
  errors: ['accounting.not_set_up', 'payments.nothing_overdue', 'payments.too_much_overdue'],
  status: 201,
});

export const listDunningRuns = route({
  name: 'payments.dunning_run.list',
  method: 'GET',
  path: '/dunning-runs',
  summary: 'List runs',
  input: pageInput.extend({ sort: z.enum(['createdAt', '-createdAt']).default('-createdAt') }),
  output: page(dunningRun),
  errors: ['invalid_cursor'],
});

export const getDunningRun = route({
  name: 'payments.dunning_run.get',
  method: 'GET',
  path: '/dunning-runs/{id}',
  summary: 'Read a run and its progress',
  input: z.object({ id }),
  output: dunningRun,
  errors: ['not_found'],
});

export const listDunningProposals = route({
  name: 'payments.dunning_proposal.list',
  method: 'GET',
  path: '/dunning-runs/{id}/proposals',
  summary: 'List the customers of a run with what they are reminded of',
  input: pageInput.extend({ id }),
  output: page(dunningProposal),
  errors: ['invalid_cursor'],
});

export const selectDunningItems = route({
  name: 'payments.dunning_run.select',
  method: 'PUT',
  path: '/dunning-runs/{id}/selection',
  summary: 'Leave items out of a run, or take them in again',
  input: ofRun.extend({
    selected: z.boolean(),
    items: z
      .array(z.object({ entryId: id, position: z.int().min(1) }))
      .min(1)
      .max(1000),
  }),
  output: dunningRun,
  errors: ['not_found', 'version_conflict', decided],
});

export const confirmDunningRun = route({
  name: 'payments.dunning_run.confirm',
  method: 'POST',
  path: '/dunning-runs/{id}/confirmation',
  summary: 'Remind of what is selected, in the background: what was settled meanwhile is left out',
  input: ofRun,
  output: dunningRun,
  errors: [
    'not_found',
    'version_conflict',
    decided,
    'payments.nothing_selected',
    'accounting.not_set_up',
    'accounting.no_period',
    'accounting.period_closed',
    'accounting.area_locked',
    'accounting.no_account_for_role',
  ],
  amount: '/fees',
  status: 202,
});

export const discardDunningRun = route({
  name: 'payments.dunning_run.discard',
  method: 'POST',
  path: '/dunning-runs/{id}/discarding',
  summary: 'Drop a run that was proposed',
  input: ofRun,
  output: dunningRun,
  errors: ['not_found', 'version_conflict', decided],
  status: 200,
});
