import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { lineDimensions, namedDimension } from './dimensions.ts';

const { amount, date, id, instant, line, money } = schemas;

export const journalLine = z
  .object({
    position: z.int(),
    accountId: id,
    accountCode: z.string(),
    accountName: z.string(),
    partyId: id.nullable(),
    partyName: z.string().nullable(),
    description: z.string().nullable(),
    debit: money.nullable(),
    credit: money.nullable(),
    dimensions: z.array(namedDimension),
  })
  .meta({ id: 'JournalLine' });

export const journalEntry = z
  .object({
    id,
    number: z.string(),
    date,
    description: z.string(),
    sourceKind: z.string().meta({ description: '`journal` when posted by hand, otherwise the kind of document' }),
    sourceId: id.nullable(),
    reversalOfId: id.nullable(),
    reversedById: id.nullable(),
    postedAt: instant,
    total: money,
    lines: z.array(journalLine),
  })
  .meta({ id: 'JournalEntry' });

export const journalSummary = journalEntry.omit({ lines: true, reversedById: true }).meta({ id: 'JournalSummary' });

const newLine = z
  .object({
    accountId: id,
    partyId: id.nullable().default(null),
    description: line(200).nullable().default(null),
    dimensions: lineDimensions,
    debit: amount.optional(),
    credit: amount.optional(),
  })
  .refine((each) => (each.debit === undefined) !== (each.credit === undefined), 'give either a debit or a credit');

export const postJournal = route({
  name: 'accounting.journal.post',
  method: 'POST',
  path: '/journals',
  summary: 'Post a journal entry',
  input: z.object({
    date,
    description: line(200),
    reverseOn: date
      .nullable()
      .default(null)
      .meta({ description: 'An accrual: its reversal is posted with it, or on this day if no fiscal year covers it yet' }),
    lines: z.array(newLine).min(2).max(1000),
  }),
  output: journalEntry,
  amount: '/total',
  errors: [
    'accounting.unbalanced_entry',
    'accounting.no_period',
    'accounting.period_closed',
    'accounting.area_locked',
    'accounting.unknown_account',
    'accounting.account_takes_no_postings',
    'accounting.invalid_line',
    'accounting.control_account',
    'accounting.unknown_dimension_value',
    'accounting.dimension_required',
    'accounting.dimension_forbidden',
    'accounting.needs_approval',
    'accounting.reversal_too_early',
    'accounting.not_set_up',
    'unknown_reference',
    'too_many_decimals',
  ],
  status: 201,
});

export const reverseJournal = route({
  name: 'accounting.journal.reverse',
  method: 'POST',
  path: '/journals/{id}/reversal',
  summary: 'Reverse an entry by a new one with debits and credits exchanged',
  input: z.object({ id, date, description: line(200).optional() }),
  output: journalEntry,
  amount: '/total',
  errors: [
    'not_found',
    'accounting.already_reversed',
    'accounting.document_entry',
    'accounting.no_period',
    'accounting.period_closed',
    'accounting.area_locked',
  ],
  status: 201,
});

export const getJournal = route({
  name: 'accounting.journal.get',
  method: 'GET',
  path: '/journals/{id}',
  summary: 'Read a journal entry with its lines',
  input: z.object({ id }),
  output: journalEntry,
  errors: ['not_found'],
});

export const listJournals = route({
  name: 'accounting.journal.list',
  method: 'GET',
  path: '/journals',
  summary: 'List journal entries',
  input: pageInput.extend({
    from: date.optional(),
    to: date.optional(),
    sourceId: id.optional(),
    q: line(100).optional().meta({ description: 'Part of the number or the description' }),
    sort: z.enum(['date', '-date']).default('-date'),
  }),
  output: page(journalSummary),
  errors: ['invalid_cursor'],
});
