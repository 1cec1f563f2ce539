import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { amount, id, line, paragraph } = schemas;

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

export const dunningSettings = z
  .object({ levels: z.array(dunningLevel).min(1).max(9).meta({ description: 'In the order in which they follow one another' }) })
  .meta({ id: 'DunningSettings' });

export const getDunningSettings = route({
  name: 'payments.dunning_settings.get',
  method: 'GET',
  path: '/dunning-settings',
  summary: 'Read the levels of reminders',
  input: z.object({}),
  output: dunningSettings,
  errors: ['accounting.not_set_up'],
});

export const saveDunningSettings = route({
  name: 'payments.dunning_settings.save',
  method: 'PUT',
  path: '/dunning-settings',
  summary: 'Set the levels of reminders; those that were written stay as they are',
  input: dunningSettings,
  output: dunningSettings,
  errors: [
    'accounting.not_set_up',
    'too_many_decimals',
    'payments.invalid_dunning_levels',
    'payments.unknown_placeholder',
    'payments.unknown_fee_account',
  ],
});
