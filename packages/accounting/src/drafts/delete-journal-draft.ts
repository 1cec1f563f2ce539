import { command, forgetAttachments, found } from '@atlas/platform';
import { deleteJournalDraft as route } from '../contract/journal-drafts.ts';
import { checkStep } from '../domain/draft-state.ts';
import { deleteDraft, loadDraft, viewDraft } from './drafts.repository.ts';

export const deleteJournalDraft = command(route, async (tx, { id }) => {
  const before = found(await loadDraft(tx, id, true), 'journal draft');
  checkStep(before.status, 'edit');
  await forgetAttachments(tx, { kind: 'journal', id });
  await deleteDraft(tx, id);
  tx.record({ subjectId: id, before: viewDraft(before, null), after: null });
  return { id };
});
