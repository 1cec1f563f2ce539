import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { draftLine } from './journal-drafts.ts';

const { date, id, instant, line, money, version } = schemas;

export const recurrenceUnits = ['week', 'month', 'month_end'] as const;

const written = z.object({
  description: line(200),
  lines: z.array(draftLine).min(2).max(1000),
  everyCount: z.int().min(1).max(120).default(1),
  everyUnit: z.enum(recurrenceUnits).meta({
    description: '`month` comes on the day of the first date, or the last day of a shorter month; `month_end` always on the last',
  }),
  startsOn: date.meta({ description: 'The first date; of `month_end` a day of its month' }),
  endsOn: date.nullable().default(null),
  does: z
    .enum(['post', 'draft'])
    .meta({ description: 'What is made on each date; above the approval limit it waits for approval' }),
});

export const journalSchedule = written
  .extend({
    id,
    total: money,
    nextOn: date.nullable().meta({ description: 'Null when it is over or stopped' }),
    failure: z.string().nullable().meta({ description: 'Why the date that is due was not posted; it is tried again every day' }),
    createdAt: instant,
    version,
  })
  .meta({ id: 'JournalSchedule' });

export const createJournalSchedule = route({
  name: 'accounting.journal_schedule.create',
  method: 'POST',
  path: '/journal-schedules',
  summary: 'Let a journal come again and again; dates that have passed are caught up at once',
  input: written,
  output: journalSchedule,
  amount: '/total',
  errors: [
    'invalid_period',
    'accounting.unbalanced_entry',
    'accounting.unknown_account',
    'accounting.account_takes_no_postings',
    'accounting.control_account',
    'accounting.unknown_dimension_value',
    'unknown_reference',
    'accounting.draft_incomplete',
    'accounting.invalid_line',
    'accounting.not_set_up',
    'too_many_decimals',
  ],
  status: 201,
});

export const stopJournalSchedule = route({
  name: 'accounting.journal_schedule.stop',
  method: 'POST',
  path: '/journal-schedules/{id}/stop',
  summary: 'Let no more journals come of a schedule; what it made stays',
  input: z.object({ id }),
  output: journalSchedule,
  errors: ['not_found'],
  status: 200,
});

export const getJournalSchedule = route({
  name: 'accounting.journal_schedule.get',
  method: 'GET',
  path: '/journal-schedules/{id}',
  summary: 'Read a recurring journal',
  input: z.object({ id }),
  output: journalSchedule,
  errors: ['not_found'],
});

export const listJournalSchedules = route({
  name: 'accounting.journal_schedule.list',
  method: 'GET',
  path: '/journal-schedules',
  summary: 'List recurring journals, newest first',
  input: pageInput,
  output: page(journalSchedule),
  errors: ['invalid_cursor'],
});
