import type { ClosingCheck } from '@atlas/platform';
import { runKinds } from '../contract/runs.ts';
import { countDue } from './runs.repository.ts';

/** Rows of schedules that are due by the end of the period and that no run has posted. */
export const rowsDue: ClosingCheck = {
  name: 'assets.rows_due',
  summary: 'Depreciation and deferrals that are due and not posted',
  link: '/assets',
  count: async (tx, { endsOn }) => {
    const counts = await Promise.all(runKinds.map((kind) => countDue(tx, kind, endsOn)));
    return counts.reduce((sum, count) => sum + count, 0);
  },
};
