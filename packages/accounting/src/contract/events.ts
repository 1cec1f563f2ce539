import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id } = schemas;

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
