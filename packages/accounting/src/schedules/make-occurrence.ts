import { type BusinessDate, moneyJson, uuidv7 } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { journalSubmitted } from '../contract/events.ts';
import { needsApproval } from '../domain/draft-state.ts';
import { dateAfter } from '../domain/recurrence.ts';
import { type DraftRow, saveDraft } from '../drafts/drafts.repository.ts';
import { approvalAbove } from '../drafts/settings.repository.ts';
import { postDraft } from '../drafts/take-draft.ts';
import { loadSchedule, moveSchedule, type ScheduleRow } from './schedules.repository.ts';

const draftOf = (tx: TenantTx, schedule: ScheduleRow, date: BusinessDate, waits: boolean): DraftRow => ({
  id: uuidv7(),
  status: waits ? 'awaiting_approval' : 'draft',
  date,
  description: schedule.description,
  reverseOn: null,
  lines: schedule.lines,
  totalMinor: schedule.totalMinor,
  currency: schedule.currency,
  authorIds: schedule.authorId === null ? [] : [schedule.authorId],
  scheduleId: schedule.id,
  scheduledFor: date,
  submittedAt: waits ? tx.ctx.now : null,
  decidedBy: null,
  decidedAt: null,
  comment: null,
  version: 1,
  createdAt: tx.ctx.now,
});

/**
 * Makes the journal of the date that a schedule has come to, and moves it on to the next. The row of the schedule is locked: of
 * two workers, the second finds the date gone; what dies in between has done neither.
 *
 * @throws AtlasError as `postDraft`
 */
export async function makeOccurrence(tx: TenantTx, id: string): Promise<void> {
  const schedule = await loadSchedule(tx, id, true);
  const nextOn = schedule?.nextOn ?? null;
  if (!schedule || nextOn === null || nextOn > tx.ctx.today) return;
  const posts = schedule.does === 'post';
  const waits = posts && needsApproval(schedule.totalMinor, await approvalAbove(tx));
  const draft = draftOf(tx, schedule, nextOn, waits);
  await saveDraft(tx, draft);
  if (waits) tx.emit(journalSubmitted, { draftId: draft.id, total: moneyJson(draft.totalMinor, draft.currency) });
  else if (posts) await postDraft(tx, draft, null);
  await moveSchedule(tx, id, dateAfter(schedule, nextOn), null);
}
