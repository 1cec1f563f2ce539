import { command, found, sameVersion } from '@atlas/platform';
import { updateJournalDraft as route } from '../contract/journal-drafts.ts';
import { checkStep } from '../domain/draft-state.ts';
import { checkNamed } from '../journals/manual-lines.ts';
import { checkReverseOn } from '../journals/post-manual.ts';
import { type DraftRow, loadDraft, saveDraft, viewDraft } from './drafts.repository.ts';
import { approvalAbove } from './settings.repository.ts';
import { draftTotal } from './written-lines.ts';

export const updateJournalDraft = command(route, async (tx, { id, version, ...written }) => {
  const [loaded, above] = await Promise.all([loadDraft(tx, id, true), approvalAbove(tx), checkNamed(tx, written.lines)]);
  const before = found(loaded, 'journal draft');
  sameVersion(before.version, version);
  checkStep(before.status, 'edit');
  checkReverseOn(written.date, written.reverseOn);
  const { id: actorId } = tx.ctx.actor;
  const after: DraftRow = {
    ...before,
    ...written,
    status: 'draft',
    totalMinor: draftTotal(written.lines, before.currency),
    authorIds: [...new Set([...before.authorIds, ...(actorId === null ? [] : [actorId])])],
    version: version + 1,
  };
  await saveDraft(tx, after);
  const view = viewDraft(after, above);
  tx.record({ subjectId: id, before: viewDraft(before, above), after: view });
  return view;
});
