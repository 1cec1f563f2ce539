import { query } from '@atlas/platform';
import { readJournalReport as route } from '../contract/statements.ts';
import { pageOfJournal } from './journal-report.repository.ts';
import { knownUntil } from './known-until.ts';
import { everyLine, isFiltered, lineFilter } from './line-filter.repository.ts';

export const readJournalReport = query(route, async (tx, { from, to, knownOn, limit, cursor, ...terms }) => {
  const { lines } = isFiltered(terms) ? await lineFilter(tx, terms) : everyLine;
  return pageOfJournal(tx, { from, to, limit, cursor }, { knownUntil: knownUntil(knownOn), lines });
});
