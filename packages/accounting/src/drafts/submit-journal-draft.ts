import { businessDate, moneyJson } from '@atlas/kernel';
import { command, type TenantTx } from '@atlas/platform';
import { journalSubmitted } from '../contract/events.ts';
import { submitJournalDraft as route } from '../contract/journal-drafts.ts';
import { checkBalanced } from '../domain/check-entry.ts';
import { checkManual, entryLines } from '../journals/manual-lines.ts';
import { postingTerms } from '../journals/posting.ts';
import { type DraftRow, saveDraft, viewDraft } from './drafts.repository.ts';
import { approvalAbove } from './settings.repository.ts';
import { takeDraft } from './take-draft.ts';
import { completeLines } from './written-lines.ts';

/** Nobody is asked to approve what could not be posted today. */
async function checkPostable(tx: TenantTx, draft: DraftRow): Promise<void> {
  const written = completeLines(draft.lines);
  const date = businessDate(draft.date);
  const [terms] = await Promise.all([postingTerms(tx, [date]), checkManual(tx, written)]);
  checkBalanced(entryLines(written, terms.currency));
  terms.periodOf(date);
}

export const submitJournalDraft = command(route, async (tx, input) => {
  const before = await takeDraft(tx, input, 'submit');
  const [above] = await Promise.all([approvalAbove(tx), checkPostable(tx, before)]);
  const after: DraftRow = {
    ...before,
    status: 'awaiting_approval',
    submittedAt: tx.ctx.now,
    decidedBy: null,
    decidedAt: null,
    comment: null,
    version: before.version + 1,
  };
  await saveDraft(tx, after);
  tx.record({ subjectId: after.id, before: { status: before.status }, after: { status: after.status } });
  tx.emit(journalSubmitted, { draftId: after.id, total: moneyJson(after.totalMinor, after.currency) });
  return viewDraft(after, above);
});
