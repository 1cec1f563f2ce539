import { found, query } from '@atlas/platform';
import { getJournal as route } from '../contract/journals.ts';
import { loadEntry } from './journals.repository.ts';

export const getJournal = query(route, async (tx, { id }) => found(await loadEntry(tx, id), 'journal entry').entry);
