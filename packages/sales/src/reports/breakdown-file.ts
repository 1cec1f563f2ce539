import { reportHead } from '@atlas/accounting';
import { period } from '@atlas/kernel';
import { reportable } from '@atlas/platform';
import { revenueBreakdownFile as spec } from '../contract/reports.ts';
import { breakdownPaper } from './breakdown-paper.ts';
import { readRevenueBreakdown } from './read-revenue-breakdown.ts';

/** A file has every row; how many a file of its kind holds is said where it is written. */
const everyRow = Number.MAX_SAFE_INTEGER;

/** What was sold, by month, customer, category, country or product, as a file. */
export const revenueBreakdownFile = reportable({
  spec,
  check: async (tx, { breakdownBy: by, from, to }) => {
    if (from !== undefined) period(from, to);
    await reportHead(tx, {});
    return [by, from, to].filter((each) => each !== undefined);
  },
  paper: ({ read, language }, { breakdownBy: by, ...days }) =>
    read(async (tx) => {
      const [head, report] = await Promise.all([
        reportHead(tx, {}),
        readRevenueBreakdown.in(tx, { ...days, by, limit: everyRow }),
      ]);
      return breakdownPaper(head, { ...days, language }, report);
    }),
});
