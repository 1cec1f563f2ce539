import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { amount, currencyCode, date, id, line, money, paragraph, positiveDecimal, version } = schemas;

export const direction = z.enum(['in', 'out']).meta({ description: 'Money that came in, or went out' });
export const ledger = z.enum(['receivable', 'payable']);

/** What a payment settles of an open item, in the payment's currency. */
const settledItem = z.object({
  entryId: id,
  position: z.int().min(1),
  amount: amount.meta({ description: 'Of the money paid' }),
  discount: amount
    .default('0')
    .meta({ description: 'Taken off for paying early; the taxes of the document fall with it, unless it is of the net alone' }),
  writeOff: amount.default('0').meta({ description: 'Given up, within the limit of the settings' }),
});

export const paymentAllocation = z
  .object({
    id,
    date,
    entryId: id,
    position: z.int(),
    sourceKind: z.string(),
    sourceId: id.nullable(),
    documentNumber: z.string(),
    dueOn: date,
    amount: money,
  })
  .meta({ id: 'PaymentAllocation' });

export const paymentSummary = z
  .object({
    id,
    number: z.string(),
    direction,
    ledger,
    partyId: id,
    partyName: z.string(),
    date,
    accountId: id,
    accountName: z.string(),
    amount: money,
    open: money.meta({ description: 'Not allocated yet: an advance or too much' }),
    reference: z.string().nullable(),
    reversedOn: date.nullable(),
    version,
  })
  .meta({ id: 'PaymentSummary' });

export const payment = paymentSummary
  .extend({
    note: z.string().nullable(),
    value: money.meta({ description: 'In the books' }),
    entryId: id,
    reversalEntryId: id.nullable(),
    allocations: z.array(paymentAllocation),
  })
  .meta({ id: 'Payment' });

const posting = [
  'accounting.not_set_up',
  'accounting.no_period',
  'accounting.period_closed',
  'accounting.area_locked',
  'accounting.no_account_for_role',
  'accounting.over_allocated',
  'accounting.items_apart',
] as const;

export const postPayment = route({
  name: 'payments.payment.post',
  method: 'POST',
  path: '/payments',
  summary: 'Post a payment and settle open items with it; what is not allocated stays open as an advance',
  input: z.object({
    direction,
    ledger: ledger.optional().meta({ description: 'Left out: what comes in is a customer’s, what goes out a supplier’s' }),
    partyId: id,
    date,
    accountId: id.meta({ description: 'Where the money lies: cash or bank' }),
    amount: positiveDecimal,
    currency: currencyCode.optional().meta({ description: 'Left out, the currency of the books' }),
    value: positiveDecimal
      .optional()
      .meta({ description: 'What the bank made of it in the currency of the books; else by the rate' }),
    reference: line(140).nullable().default(null),
    note: paragraph(2000).nullable().default(null),
    items: z.array(settledItem).max(500).default([]),
  }),
  output: payment,
  errors: [
    'payments.unknown_party',
    'payments.unknown_money_account',
    'payments.nothing_to_settle',
    'payments.other_currency',
    'payments.wrong_side',
    'payments.allocated_more',
    'payments.discount_not_due',
    'payments.write_off_too_large',
    'too_many_decimals',
    'accounting.unknown_item',
    'accounting.invalid_line',
    'accounting.no_rate',
    'accounting.stale_rate',
    ...posting,
  ],
  amount: '/amount',
  status: 201,
});

export const reversePayment = route({
  name: 'payments.payment.reverse',
  method: 'POST',
  path: '/payments/{id}/reversal',
  summary: 'Take a payment back on a date: what it settled is open again',
  input: z.object({ id, date }),
  output: payment,
  errors: ['not_found', 'payments.reversed', 'payments.reversed_too_early', 'accounting.invalid_reversal', ...posting],
  amount: '/amount',
  status: 200,
});

export const getPayment = route({
  name: 'payments.payment.get',
  method: 'GET',
  path: '/payments/{id}',
  summary: 'Read a payment with what it settled',
  input: z.object({ id }),
  output: payment,
  errors: ['not_found'],
});

export const listPayments = route({
  name: 'payments.payment.list',
  method: 'GET',
  path: '/payments',
  summary: 'List payments',
  input: pageInput.extend({
    direction: direction.optional(),
    partyId: id.optional(),
    from: date.optional(),
    to: date.optional(),
    open: schemas.queryFlag.optional().meta({ description: 'Only what is not allocated in full' }),
    q: line(100).optional().meta({ description: 'Part of the number, the reference or the party' }),
    sort: z.enum(['date', '-date']).default('-date'),
  }),
  output: page(paymentSummary),
  errors: ['invalid_cursor'],
});
