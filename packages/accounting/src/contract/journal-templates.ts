import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { lineDimensions } from './dimensions.ts';
import { journalDraft } from './journal-drafts.ts';

const { amount, date, id, line, share, version } = schemas;

const place = {
  accountId: id,
  partyId: id.nullable().default(null),
  description: line(200).nullable().default(null),
  side: z.enum(['debit', 'credit']),
  dimensions: lineDimensions,
};

export const templateLine = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('fixed'), ...place, amount }),
    z.object({ kind: z.literal('share'), ...place, share: share.meta({ description: 'Of the amount it is used with' }) }),
    z.object({ kind: z.literal('blank'), ...place }),
  ])
  .meta({ id: 'JournalTemplateLine' });

const written = z.object({
  name: line(120),
  description: line(200),
  lines: z.array(templateLine).min(2).max(200),
});

export const journalTemplate = written.extend({ id, version }).meta({ id: 'JournalTemplate' });

const refusals = [
  'unknown_reference',
  'accounting.unknown_dimension_value',
  'duplicate',
  'accounting.unknown_account',
  'accounting.account_takes_no_postings',
  'accounting.control_account',
];

export const createJournalTemplate = route({
  name: 'accounting.journal_template.create',
  method: 'POST',
  path: '/journal-templates',
  summary: 'Keep the shape of a journal: amounts, shares of an amount, and blanks',
  input: written,
  output: journalTemplate,
  errors: refusals,
  status: 201,
});

export const updateJournalTemplate = route({
  name: 'accounting.journal_template.update',
  method: 'PUT',
  path: '/journal-templates/{id}',
  summary: 'Write a template anew; what was made from it stays',
  input: written.extend({ id, version }),
  output: journalTemplate,
  errors: ['not_found', 'version_conflict', ...refusals],
});

export const deleteJournalTemplate = route({
  name: 'accounting.journal_template.delete',
  method: 'DELETE',
  path: '/journal-templates/{id}',
  summary: 'Throw a template away; what was made from it stays',
  input: z.object({ id }),
  output: z.object({ id }),
  errors: ['not_found'],
});

export const listJournalTemplates = route({
  name: 'accounting.journal_template.list',
  method: 'GET',
  path: '/journal-templates',
  summary: 'List templates by their names',
  input: pageInput,
  output: page(journalTemplate),
  errors: ['invalid_cursor'],
});

export const useJournalTemplate = route({
  name: 'accounting.journal_template.use',
  method: 'POST',
  path: '/journal-templates/{id}/drafts',
  summary: 'Make a draft from a template',
  input: z.object({
    id,
    date,
    description: line(200).optional().meta({ description: 'Left out, the template’s' }),
    amount: amount.nullable().default(null).meta({ description: 'What shares are of' }),
    blanks: z
      .record(z.string().regex(/^\d{1,3}$/), amount)
      .default({})
      .meta({ description: 'Amounts of blank lines by their position, from 1; what is left out stays empty' }),
  }),
  output: journalDraft,
  errors: [
    'not_found',
    'accounting.template_needs_amount',
    'accounting.unknown_account',
    'accounting.unknown_dimension_value',
    'unknown_reference',
    'accounting.not_set_up',
    'too_many_decimals',
    'accounting.invalid_line',
  ],
  status: 201,
});
