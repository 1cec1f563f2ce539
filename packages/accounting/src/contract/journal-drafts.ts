import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { lineDimensions } from './dimensions.ts';
import { journalEntry } from './journals.ts';

const { amount, date, id, instant, line, money, paragraph, version } = schemas;

/** A line as somebody is writing it: nothing has to be there yet but one side at most. */
export const draftLine = z
  .object({
    accountId: id.nullable().default(null),
    partyId: id.nullable().default(null),
    description: line(200).nullable().default(null),
    debit: amount.nullable().default(null),
    credit: amount.nullable().default(null),
    dimensions: lineDimensions,
  })
  .refine((each) => each.debit === null || each.credit === null, 'give either a debit or a credit')
  .meta({ id: 'JournalDraftLine' });

const reverseOn = date.nullable().default(null).meta({ description: 'An accrual: its reversal is posted on this later day' });

const written = z.object({ date, description: line(200), reverseOn, lines: z.array(draftLine).max(1000) });

export const draftStatus = z.enum(['draft', 'awaiting_approval', 'rejected', 'posted']);

export const journalDraft = written
  .extend({
    id: id.meta({ description: 'Its entry has the same id once it is posted' }),
    status: draftStatus,
    total: money,
    needsApproval: z.boolean().meta({ description: 'Whether somebody else has to approve it before it is posted' }),
    authorIds: z.array(id).meta({ description: 'Everybody who wrote some of it: none of them can approve it' }),
    scheduleId: id.nullable(),
    scheduledFor: date.nullable(),
    submittedAt: instant.nullable(),
    decidedBy: id.nullable(),
    decidedAt: instant.nullable(),
    comment: z.string().nullable(),
    createdAt: instant,
    version,
  })
  .meta({ id: 'JournalDraft' });

export const journalDraftSummary = journalDraft.omit({ lines: true }).meta({ id: 'JournalDraftSummary' });

const refusals = ['not_found', 'version_conflict', 'accounting.wrong_draft_status'] as const;
const amounts = [
  'accounting.not_set_up',
  'too_many_decimals',
  'accounting.invalid_line',
  'accounting.reversal_too_early',
  'accounting.unknown_account',
  'accounting.unknown_dimension_value',
  'unknown_reference',
] as const;
const postings = [
  'accounting.unbalanced_entry',
  'accounting.no_period',
  'accounting.period_closed',
  'accounting.area_locked',
  'accounting.account_takes_no_postings',
  'accounting.control_account',
  'accounting.dimension_required',
  'accounting.dimension_forbidden',
  'accounting.draft_incomplete',
  'accounting.area_locked',
  ...amounts,
] as const;

export const createJournalDraft = route({
  name: 'accounting.journal_draft.create',
  method: 'POST',
  path: '/journal-drafts',
  summary: 'Keep a journal that is not posted yet; it may be incomplete',
  input: written,
  output: journalDraft,
  errors: [...amounts],
  status: 201,
});

export const updateJournalDraft = route({
  name: 'accounting.journal_draft.update',
  method: 'PUT',
  path: '/journal-drafts/{id}',
  summary: 'Write a draft anew; one that was rejected is a draft again',
  input: written.extend({ id, version }),
  output: journalDraft,
  errors: [...refusals, ...amounts],
});

export const deleteJournalDraft = route({
  name: 'accounting.journal_draft.delete',
  method: 'DELETE',
  path: '/journal-drafts/{id}',
  summary: 'Throw away a draft with what is attached to it',
  input: z.object({ id }),
  output: z.object({ id }),
  errors: ['not_found', 'accounting.wrong_draft_status'],
});

export const postJournalDraft = route({
  name: 'accounting.journal_draft.post',
  method: 'POST',
  path: '/journal-drafts/{id}/post',
  summary: 'Post a draft that needs nobody else’s approval',
  input: z.object({ id, version }),
  output: journalEntry,
  amount: '/total',
  errors: [...refusals, ...postings, 'accounting.needs_approval'],
  status: 200,
});

export const submitJournalDraft = route({
  name: 'accounting.journal_draft.submit',
  method: 'POST',
  path: '/journal-drafts/{id}/submit',
  summary: 'Ask somebody else to approve a draft; it is checked as if it were posted',
  input: z.object({ id, version }),
  output: journalDraft,
  errors: [...refusals, ...postings],
  status: 200,
});

export const approveJournalDraft = route({
  name: 'accounting.journal_draft.approve',
  method: 'POST',
  path: '/journal-drafts/{id}/approve',
  summary: 'Approve and post what somebody else wrote',
  input: z.object({ id, version, comment: paragraph(1000).nullable().default(null) }),
  output: journalEntry,
  amount: '/total',
  errors: [...refusals, ...postings, 'accounting.own_journal'],
  status: 200,
});

export const rejectJournalDraft = route({
  name: 'accounting.journal_draft.reject',
  method: 'POST',
  path: '/journal-drafts/{id}/reject',
  summary: 'Send back what waits for approval, with the reason; its author may take it back so, too',
  input: z.object({ id, version, comment: line(1000) }),
  output: journalDraft,
  errors: [...refusals],
  status: 200,
});

export const getJournalDraft = route({
  name: 'accounting.journal_draft.get',
  method: 'GET',
  path: '/journal-drafts/{id}',
  summary: 'Read a journal that is or was a draft',
  input: z.object({ id }),
  output: journalDraft,
  errors: ['not_found'],
});

export const listJournalDrafts = route({
  name: 'accounting.journal_draft.list',
  method: 'GET',
  path: '/journal-drafts',
  summary: 'List drafts, newest first',
  input: pageInput.extend({
    status: draftStatus.optional(),
    waitsForMe: schemas.queryFlag.optional().meta({ description: 'Only what waits for approval and somebody else wrote' }),
    q: line(100).optional(),
  }),
  output: page(journalDraftSummary),
  errors: ['invalid_cursor'],
});
