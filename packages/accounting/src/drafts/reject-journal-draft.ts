import { command } from '@atlas/platform';
import { journalRejected } from '../contract/events.ts';
import { rejectJournalDraft as route } from '../contract/journal-drafts.ts';
import { type DraftRow, saveDraft, viewDraft } from './drafts.repository.ts';
import { approvalAbove } from './settings.repository.ts';
import { takeDraft } from './take-draft.ts';

export const rejectJournalDraft = command(route, async (tx, { comment, ...input }) => {
  const [before, above] = await Promise.all([takeDraft(tx, input, 'decide'), approvalAbove(tx)]);
  const decision = { decidedBy: tx.ctx.actor.id, decidedAt: tx.ctx.now, comment };
  const after: DraftRow = { ...before, ...decision, status: 'rejected', version: before.version + 1 };
  await saveDraft(tx, after);
  tx.record({ subjectId: after.id, before: { status: before.status }, after: { status: after.status, ...decision } });
  tx.emit(journalRejected, { draftId: after.id, comment });
  return viewDraft(after, above);
});
