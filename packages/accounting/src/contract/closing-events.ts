import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id } = schemas;

export const lockChanged = event({
  name: 'accounting.lock.changed',
  summary: 'Areas were locked through another day, or opened',
  payload: z.object({ areas: z.array(z.string()), lockedThrough: date.nullable() }),
});

export const lockExcepted = event({
  name: 'accounting.lock.was_overridden',
  summary: 'Somebody may post into a locked area for a while',
  payload: z.object({ exceptionId: id, area: z.string(), grantedTo: id, reason: z.string() }),
});

export const yearCloseRequested = event({
  name: 'accounting.year_close.requested',
  summary: 'A fiscal year was asked to be closed',
  payload: z.object({ closeId: id }),
});

export const yearClosed = event({
  name: 'accounting.fiscal_year.was_closed',
  summary: 'The result of a fiscal year went to retained earnings',
  payload: z.object({ fiscalYearId: id, closeId: id, entryId: id.nullable() }),
});

export const yearReopened = event({
  name: 'accounting.fiscal_year.was_reopened',
  summary: 'A closed fiscal year was reopened',
  payload: z.object({ fiscalYearId: id, closeId: id, reversalId: id.nullable() }),
});
