import { query } from '@atlas/platform';
import { listJournalTemplates as route } from '../contract/journal-templates.ts';
import { pageOfTemplates } from './templates.repository.ts';

export const listJournalTemplates = query(route, pageOfTemplates);
