import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const about = z.object({ importId: schemas.id });

export const importCheckRequested = event({
  name: 'imports.import.check_requested',
  summary: 'A dry run was asked for',
  payload: about,
});
export const importRunRequested = event({
  name: 'imports.import.run_requested',
  summary: 'An import was asked to run',
  payload: about,
});
export const importCompleted = event({
  name: 'imports.import.completed',
  summary: 'An import has run to its end',
  payload: about.extend({ created: z.int(), unchanged: z.int(), refused: z.int() }),
});
