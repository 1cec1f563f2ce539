import { attachmentRoutes } from '@atlas/contract';

/** A reminder as it was printed. Nothing is added to it, and nothing taken away. */
export const { list: listReminderFiles, get: getReminderFile } = attachmentRoutes('payments.reminder_file', '/reminders/{id}');
