import { query } from '@atlas/platform';
import { readJournalReport as route } from '../contract/statements.ts';
import { pageOfJournal } from './journal-report.repository.ts';

export const readJournalReport = query(route, pageOfJournal);
