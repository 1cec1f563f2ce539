import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id, money } = schemas;

export const companySetUp = event({
  name: 'accounting.company.was_set_up',
  summary: 'The books of a workspace were opened',
  payload: z.object({ name: z.string(), baseCurrency: z.string() }),
});

export const journalPosted = event({
  name: 'accounting.journal.posted',
  summary: 'A journal entry was posted by hand',
  payload: z.object({ entryId: id, number: z.string(), date }),
});

export const journalReversed = event({
  name: 'accounting.journal.reversed',
  summary: 'A journal entry was reversed',
  payload: z.object({ entryId: id, reversalId: id, number: z.string(), date }),
});

export const journalSubmitted = event({
  name: 'accounting.journal_draft.was_submitted',
  summary: 'A journal waits for approval',
  payload: z.object({ draftId: id, total: money }),
});

export const journalApproved = event({
  name: 'accounting.journal_draft.was_approved',
  summary: 'A journal was approved and posted',
  payload: z.object({ draftId: id, number: z.string(), total: money }),
});

export const journalRejected = event({
  name: 'accounting.journal_draft.was_rejected',
  summary: 'A journal was sent back',
  payload: z.object({ draftId: id, comment: z.string() }),
});

export const journalsDue = event({
  name: 'accounting.journal.was_due',
  summary: 'The day of recurring journals or promised reversals has come',
  payload: z.object({}),
});

export const periodLocked = event({
  name: 'accounting.period.locked',
  summary: 'A period was locked against postings',
  payload: z.object({ periodId: id, startsOn: date, endsOn: date }),
});

export const periodUnlocked = event({
  name: 'accounting.period.unlocked',
  summary: 'A locked period was opened again',
  payload: z.object({ periodId: id, startsOn: date, endsOn: date }),
});

const aboutRevaluation = z.object({ revaluationId: id, date });

export const revaluationPosted = event({
  name: 'accounting.revaluation.posted',
  summary: 'Money in foreign currencies was brought to what it is worth',
  payload: aboutRevaluation,
});

export const revaluationUndone = event({
  name: 'accounting.revaluation.was_undone',
  summary: 'A revaluation was taken back',
  payload: aboutRevaluation,
});
