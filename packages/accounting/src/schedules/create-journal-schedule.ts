import { AtlasError, businessDate, uuidv7 } from '@atlas/kernel';
import { command, wakeOn } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { journalsDue } from '../contract/events.ts';
import { createJournalSchedule as route } from '../contract/journal-schedules.ts';
import { checkBalanced } from '../domain/check-entry.ts';
import { firstDate } from '../domain/recurrence.ts';
import { completeLines } from '../drafts/written-lines.ts';
import { checkManual, entryLines, worthOf } from '../journals/manual-lines.ts';
import { insertSchedule, viewSchedule } from './schedules.repository.ts';

export const createJournalSchedule = command(route, async (tx, input) => {
  const written = completeLines(input.lines);
  const startsOn = businessDate(input.startsOn);
  const endsOn = input.endsOn === null ? null : businessDate(input.endsOn);
  const nextOn = firstDate({ ...input, startsOn, endsOn });
  if (nextOn === null) throw new AtlasError('invalid_period', 'It would be over before its first date.');
  const [{ baseCurrency }] = await Promise.all([companyOf(tx), checkManual(tx, written)]);
  const posted = entryLines(written, baseCurrency);
  checkBalanced(posted);
  const schedule = {
    ...input,
    id: uuidv7(),
    totalMinor: worthOf(posted),
    currency: baseCurrency,
    nextOn,
    authorId: tx.ctx.actor.id,
    failure: null,
    createdAt: tx.ctx.now,
    version: 1,
  };
  await insertSchedule(tx, schedule);
  wakeOn(tx, journalsDue, nextOn);
  return viewSchedule(schedule);
});
