import { found, query } from '@atlas/platform';
import { getReminder as getRoute, listReminders as listRoute } from '../contract/reminders.ts';
import { loadReminder, pageOfReminders } from './read-reminders.repository.ts';

export const getReminder = query(getRoute, async (tx, { id }) => found(await loadReminder(tx, id), 'reminder'));

export const listReminders = query(listRoute, pageOfReminders);
