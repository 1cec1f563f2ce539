import { attachmentRoutes } from '@atlas/contract';
import { attachmentOperations } from '@atlas/platform';
import { getReminderFile, listReminderFiles } from '../contract/reminder-files.ts';
import { isReminder } from './reminders.repository.ts';

/** What files of reminders are kept as. */
export const attachedTo = 'reminder';

const { add, remove } = attachmentRoutes('payments.reminder_file', '/reminders/{id}');
const operations = attachmentOperations(
  { add, remove, list: listReminderFiles, get: getReminderFile },
  // What is written was sent: it is final from its first day.
  { kind: attachedTo, what: 'reminder', isFinal: async (tx, id) => ((await isReminder(tx, id)) ? true : null) },
);

const [, list, get] = operations;

/** A reminder as it was printed: read, and never changed. */
export const reminderFiles = [list, get] as const;
