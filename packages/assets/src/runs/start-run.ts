import { postingTerms } from '@atlas/accounting';
import { AtlasError, businessDate, present, uuidv7 } from '@atlas/kernel';
import { command, requestJob } from '@atlas/platform';
import { runRequested } from '../contract/events.ts';
import { startRun as route } from '../contract/runs.ts';
import { countDue, insertRun, loadRun, viewRun } from './runs.repository.ts';

export const startRun = command(route, async (tx, { kind, ...input }) => {
  const through = businessDate(input.through);
  const [posting, totalCount] = await Promise.all([postingTerms(tx, [through]), countDue(tx, kind, through)]);
  posting.periodOf(through, 'assets');
  if (totalCount === 0) throw new AtlasError('assets.nothing_due', `Nothing is due through ${through}.`);
  const id = uuidv7();
  const jobId = await requestJob(tx, 'assets.run', runRequested, { runId: id }, id);
  await insertRun(tx, { id, kind, through, currency: posting.currency, totalCount, jobId });
  return viewRun(present(await loadRun(tx, id), 'the run was just written'));
});
