import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { dunningFigure } from './dunning-runs.ts';
import { dunningLocale } from './dunning-settings.ts';

const { date, id, line, money, version } = schemas;

export const reminderSummary = z
  .object({
    id,
    number: z.string(),
    date,
    runId: id,
    partyId: id,
    partyName: z.string(),
    level: z.int(),
    levelName: z.string(),
    fee: money,
    mail: z
      .enum(['requested', 'sent', 'refused', 'suppressed', 'expired', 'no_address', 'no_vendor'])
      .meta({ description: 'What became of the mail; without an address or a vendor there is none' }),
    reversedOn: date.nullable(),
    version,
  })
  .meta({ id: 'ReminderSummary' });

export const reminder = reminderSummary
  .extend({
    locale: dunningLocale,
    subject: z.string(),
    body: z.string(),
    figures: z.array(dunningFigure),
    entryId: id.nullable().meta({ description: 'Of the fee' }),
    reversalEntryId: id.nullable(),
    reversalReason: z.string().nullable(),
    items: z.array(
      z.object({
        entryId: id,
        position: z.int(),
        sourceKind: z.string(),
        sourceId: id.nullable(),
        documentNumber: z.string(),
        dueOn: date,
        daysOverdue: z.int(),
        level: z.int(),
        open: money.meta({ description: 'When the reminder was written' }),
      }),
    ),
  })
  .meta({ id: 'Reminder' });

export const listReminders = route({
  name: 'payments.reminder.list',
  method: 'GET',
  path: '/reminders',
  summary: 'List reminders',
  input: pageInput.extend({
    partyId: id.optional(),
    runId: id.optional(),
    sort: z.enum(['date', '-date']).default('-date'),
  }),
  output: page(reminderSummary),
  errors: ['invalid_cursor'],
});

export const getReminder = route({
  name: 'payments.reminder.get',
  method: 'GET',
  path: '/reminders/{id}',
  summary: 'Read a reminder as it was written',
  input: z.object({ id }),
  output: reminder,
  errors: ['not_found'],
});

export const reverseReminder = route({
  name: 'payments.reminder.reverse',
  method: 'POST',
  path: '/reminders/{id}/reversal',
  summary: 'Take a reminder back on a day: its fee is reversed, and its items may be reminded of that level again',
  input: z.object({ id, date, reason: line(300) }),
  output: reminder,
  errors: [
    'not_found',
    'payments.reminder_reversed',
    'payments.reversed_too_early',
    'accounting.invalid_reversal',
    'accounting.not_set_up',
    'accounting.no_period',
    'accounting.period_closed',
    'accounting.area_locked',
    'accounting.no_account_for_role',
    'accounting.over_allocated',
    'accounting.items_apart',
  ],
  amount: '/fee',
  status: 200,
});
