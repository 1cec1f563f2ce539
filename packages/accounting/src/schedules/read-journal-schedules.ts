import { found, query } from '@atlas/platform';
import { getJournalSchedule as getRoute, listJournalSchedules as listRoute } from '../contract/journal-schedules.ts';
import { loadSchedule, pageOfSchedules, viewSchedule } from './schedules.repository.ts';

export const getJournalSchedule = query(getRoute, async (tx, { id }) =>
  viewSchedule(found(await loadSchedule(tx, id), 'recurring journal')),
);

export const listJournalSchedules = query(listRoute, pageOfSchedules);
