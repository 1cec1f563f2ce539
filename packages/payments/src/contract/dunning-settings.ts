import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { amount, date, id, line, paragraph } = schemas;

export const dunningLocale = z.enum(['en', 'de']).meta({ description: 'Language in which a customer is written to' });

const words = z.object({
  subject: line(120),
  body: paragraph(4000).refine((text) => text.trim() !== '', 'must not be empty'),
});

export const dunningLevel = z
  .object({
    name: line(60),
    daysOverdue: z.int().min(1).max(3650).meta({ description: 'From so many days after the due date; more on each level' }),
    daysBetween: z.int().min(1).max(3650).meta({ description: 'At least so many days after the last reminder of the item' }),
    fee: amount
      .refine((text) => !text.startsWith('-'), 'must not be negative')
      .default('0')
      .meta({ description: 'In the currency of the books' }),
    feeAccountId: id.nullable().default(null).meta({ description: 'Where the fee is credited; needed with a fee' }),
    texts: z
      .object({ en: words, de: words })
      .meta({ description: 'May name {customer}, {company}, {date}, {total} and {fee} in braces' }),
  })
  .meta({ id: 'DunningLevel' });

const levels = z.array(dunningLevel).min(1).max(9).meta({ description: 'In the order in which they follow one another' });

export const dunningSchedule = z
  .object({
    every: z.enum(['off', 'week', 'month']).meta({ description: 'How often a run is proposed by itself' }),
    day: z
      .int()
      .min(1)
      .max(31)
      .meta({ description: 'Of the week, 1 is Monday; or of the month, in shorter months the last day' }),
    minimumLevel: z.int().min(1).max(9).meta({ description: 'Customers whose highest level is below are left out' }),
    sends: z.boolean().meta({ description: 'Confirm what is proposed at once; otherwise somebody reviews it' }),
  })
  .refine(({ every, day }) => every !== 'week' || day <= 7, { message: 'must be a day of the week', path: ['day'] })
  .meta({ id: 'DunningSchedule' });

export const dunningSettings = z
  .object({
    levels,
    schedule: dunningSchedule.safeExtend({
      nextOn: date.nullable(),
      failure: z.string().nullable().meta({ description: 'Why its last day brought no run; it is tried again each day' }),
    }),
  })
  .meta({ id: 'DunningSettings' });

export const getDunningSettings = route({
  name: 'payments.dunning_settings.get',
  method: 'GET',
  path: '/dunning-settings',
  summary: 'Read the levels of reminders, and when they are proposed',
  input: z.object({}),
  output: dunningSettings,
  errors: ['accounting.not_set_up'],
});

export const saveDunningSettings = route({
  name: 'payments.dunning_settings.save',
  method: 'PUT',
  path: '/dunning-settings',
  summary: 'Set the levels of reminders and when they are proposed; those that were written stay as they are',
  input: z.object({ levels, schedule: dunningSchedule.optional().meta({ description: 'Left out: stays as it is' }) }),
  output: dunningSettings,
  errors: [
    'accounting.not_set_up',
    'too_many_decimals',
    'payments.invalid_dunning_levels',
    'payments.unknown_placeholder',
    'payments.unknown_fee_account',
  ],
});
