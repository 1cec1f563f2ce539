import { period } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { readJournalReport as route } from '../contract/statements.ts';
import { pageOfJournal } from './journal-report.repository.ts';
import { knownUntil } from './known-until.ts';
import { lineFilter } from './line-filter.repository.ts';

export const readJournalReport = query(route, async (tx, { from, to, knownOn, limit, cursor, ...terms }) => {
  if (from !== undefined && to !== undefined) period(from, to);
  const { lines } = await lineFilter(tx, terms);
  return pageOfJournal(tx, { from, to, limit, cursor }, { knownUntil: knownUntil(knownOn), lines });
});
