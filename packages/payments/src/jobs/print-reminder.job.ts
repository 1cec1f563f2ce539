import { Readable } from 'node:stream';
import { companyOf } from '@atlas/accounting';
import { present } from '@atlas/kernel';
import { attachFile, isRefused, job, keepBytes, mediaTypes, pageWordsIn, writePaper } from '@atlas/platform';
import { reminderIssued } from '../contract/events.ts';
import { customerAddress } from '../dunning/customer-address.ts';
import { loadReminder } from '../dunning/read-reminders.repository.ts';
import { attachedTo } from '../dunning/reminder-files.ts';
import { reminderPaper } from '../dunning/reminder-paper.ts';

/** Prints a reminder and keeps it with it, once: of two workers, or after a kill, the file that nobody tells of is thrown away. */
export const printReminderJob = job({
  name: 'payments.reminder.print',
  on: reminderIssued,
  run: async (run, { reminderId: id }) => {
    if (await run.isDone()) return;
    const { fileName, ...paper } = await run.read(async (tx) => {
      const [reminder, { name: company }] = await Promise.all([loadReminder(tx, id), companyOf(tx)]);
      const { partyName: customer, partyId, ...written } = present(reminder, 'a reminder is never deleted');
      const address = await customerAddress(tx, partyId);
      return { ...reminderPaper({ ...written, customer, address, company }), locale: written.locale };
    });
    const bytes = await writePaper('pdf', { ...paper, pageWords: pageWordsIn(paper.locale) });
    const { file, undo } = await keepBytes(run.ctx, Readable.from([bytes]));
    try {
      const made = await run.once(async (tx) => {
        const attachment = await attachFile(tx, { kind: attachedTo, id }, fileName, { file, contentType: mediaTypes.pdf });
        tx.record({ subjectId: id, after: { attachment } });
        return attachment;
      });
      if (!made) await undo();
    } catch (error) {
      // A COMMIT that was on its way may have arrived: what is kept for nobody is less than what lacks.
      if (isRefused(error)) await undo();
      throw error;
    }
  },
});
