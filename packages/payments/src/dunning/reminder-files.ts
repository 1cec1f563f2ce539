import { attachmentRoutes } from '@atlas/contract';
import { attachmentOperations } from '@atlas/platform';
import { getReminderFile, listReminderFiles } from '../contract/reminder-files.ts';
import { isWritten } from './reminders.repository.ts';

/** What files of reminders are kept as. */
export const attachedTo = 'reminder';

const { add, remove } = attachmentRoutes('payments.reminder_file', '/reminders/{id}');
const operations = attachmentOperations(
  { add, remove, list: listReminderFiles, get: getReminderFile },
  { kind: attachedTo, what: 'reminder', isFinal: isWritten },
);

const [, list, get] = operations;

/** A reminder as it was printed: read, and never changed. */
export const reminderFiles = [list, get] as const;
