import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id, money } = schemas;

const entered = z.object({ assetId: id, code: z.string(), date, entryId: id });

export const assetCommissioned = event({
  name: 'assets.asset.commissioned',
  summary: 'An asset was entered into the books',
  payload: entered.extend({ cost: money }),
});
export const assetDisposed = event({
  name: 'assets.asset.disposed',
  summary: 'An asset was sold or scrapped',
  payload: entered.extend({ proceeds: money, gain: money.meta({ description: 'Negative is a loss' }) }),
});
export const assetRevalued = event({
  name: 'assets.asset.revalued',
  summary: 'An asset was given another value',
  payload: entered.extend({ value: money }),
});
export const runRequested = event({
  name: 'assets.run.requested',
  summary: 'What is due was asked to be posted',
  payload: z.object({ runId: id }),
});
export const runCompleted = event({
  name: 'assets.run.completed',
  summary: 'What was due is posted',
  payload: z.object({ runId: id, through: date, rowCount: z.int(), posted: money }),
});
export const runReversed = event({
  name: 'assets.run.was_reversed',
  summary: 'A run was taken back by reversal entries',
  payload: z.object({ runId: id, date }),
});
