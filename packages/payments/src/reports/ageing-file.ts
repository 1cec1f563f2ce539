import { reportHead } from '@atlas/accounting';
import { reportable } from '@atlas/platform';
import { ageingFile as spec } from '../contract/reports.ts';
import { ageingPaper } from './ageing-paper.ts';
import { readAgeing } from './read-ageing.ts';

/** What is open with whom as a file. */
export const ageingFile = reportable({
  spec,
  check: async (tx, terms) => {
    await reportHead(tx, terms);
    return [terms.ledger, terms.asOf];
  },
  paper: ({ read, language }, terms) =>
    read(async (tx) => {
      const [head, report] = await Promise.all([reportHead(tx, terms), readAgeing.in(tx, terms)]);
      return ageingPaper(head, { ...report, knownOn: terms.knownOn }, language);
    }),
});
