import { command } from '@atlas/platform';
import { journalApproved } from '../contract/events.ts';
import { approveJournalDraft as route } from '../contract/journal-drafts.ts';
import { checkFourEyes } from '../domain/draft-state.ts';
import { postDraft, takeDraft } from './take-draft.ts';

export const approveJournalDraft = command(route, async (tx, { comment, ...input }) => {
  const draft = await takeDraft(tx, input, 'decide');
  checkFourEyes(draft.authorIds, tx.ctx.actor.id);
  const entry = await postDraft(tx, draft, { decidedBy: tx.ctx.actor.id, decidedAt: tx.ctx.now, comment });
  tx.emit(journalApproved, { draftId: draft.id, number: entry.number, total: entry.total });
  return entry;
});
