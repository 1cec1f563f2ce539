import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { amount, date, id, line, money, share, version } = schemas;

const days = z.int().min(0).max(3650);
const dayOfMonth = z.int().min(1).max(31);

export const termLine = z
  .object({
    kind: z.enum(['percent', 'percent_of_rest', 'fixed', 'rest']),
    value: z
      .string()
      .regex(/^\d{1,15}(\.\d{1,9})?$/)
      .nullable()
      .default(null)
      .meta({ description: 'A share or an amount; none with "rest"' }),
    months: z.int().min(0).max(120).default(0),
    onDay: dayOfMonth.nullable().default(null),
    days: days.default(0),
    dayOfNextMonth: z.int().min(0).max(31).nullable().default(null).meta({ description: '0 is the end of the month before it' }),
  })
  .meta({ id: 'PaymentTermLine' });

const earlyDiscount = z.object({ share, days, basis: z.enum(['gross', 'net']).default('gross') }).meta({ id: 'EarlyDiscount' });

const fields = {
  code: line(20),
  name: line(120),
  lines: z.array(termLine).min(1).max(60).meta({ description: 'The last takes what is left' }),
  discount: earlyDiscount.nullable().default(null),
};

export const paymentTerms = z.object({ id, ...fields, archived: z.boolean(), version }).meta({ id: 'PaymentTerms' });

export const createPaymentTerms = route({
  name: 'payments.terms.create',
  method: 'POST',
  path: '/payment-terms',
  summary: 'Add payment terms: instalments and an early discount',
  input: z.object(fields),
  output: paymentTerms,
  errors: ['duplicate', 'payments.invalid_terms'],
  status: 201,
});

export const updatePaymentTerms = route({
  name: 'payments.terms.update',
  method: 'PUT',
  path: '/payment-terms/{id}',
  summary: 'Change payment terms; documents that were posted keep theirs',
  input: z.object({ id, version, ...fields, archived: z.boolean().default(false) }),
  output: paymentTerms,
  errors: ['not_found', 'version_conflict', 'duplicate', 'payments.invalid_terms'],
});

export const listPaymentTerms = route({
  name: 'payments.terms.list',
  method: 'GET',
  path: '/payment-terms',
  summary: 'List payment terms by code',
  input: pageInput,
  output: page(paymentTerms),
  errors: ['invalid_cursor'],
});

export const previewPaymentTerms = route({
  name: 'payments.terms.preview',
  method: 'POST',
  path: '/payment-terms/preview',
  summary: 'What is due when, of a total; nothing is written',
  input: z.object({
    date,
    currency: schemas.currencyCode,
    net: amount.optional().meta({ description: 'What an early discount on the net counts on; left out, the total' }),
    total: amount,
    lines: fields.lines,
    discount: fields.discount,
  }),
  output: z.object({
    instalments: z.array(z.object({ dueDate: date, amount: money })),
    discount: z.object({ until: date, amount: money, payable: money }).nullable(),
  }),
  errors: ['too_many_decimals', 'payments.invalid_terms'],
});
