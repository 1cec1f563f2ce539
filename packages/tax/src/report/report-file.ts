import { reportHead } from '@atlas/accounting';
import { period } from '@atlas/kernel';
import { reportable } from '@atlas/platform';
import { taxReportFile as spec } from '../contract/report.ts';
import { readTaxReport } from './read-report.ts';
import { taxPaper } from './tax-paper.ts';

/** What each tax came to in a period as a file. */
export const taxReportFile = reportable({
  spec,
  check: async (tx, terms) => {
    const { startsOn, endsOn } = period(terms.from, terms.to);
    await reportHead(tx, terms);
    return [startsOn, endsOn];
  },
  paper: ({ read, language }, terms) =>
    read(async (tx) => {
      const [head, report] = await Promise.all([reportHead(tx, terms), readTaxReport.in(tx, terms)]);
      return taxPaper(head, { ...report, knownOn: terms.knownOn }, language);
    }),
});
