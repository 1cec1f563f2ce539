import { query } from '@atlas/platform';
import { listJournals as route } from '../contract/journals.ts';
import { pageOfJournals } from './journals.repository.ts';

export const listJournals = query(route, pageOfJournals);
