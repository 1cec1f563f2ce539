import { found, sameVersion, type TenantTx } from '@atlas/platform';
import { checkStep } from '../domain/draft-state.ts';
import type { JournalEntry } from '../journals/journals.repository.ts';
import { postManual } from '../journals/post-manual.ts';
import { type DraftRow, loadDraft, saveDraft } from './drafts.repository.ts';
import { completeLines } from './written-lines.ts';

/** A draft for its next step, locked until then. @throws AtlasError `not_found`, `version_conflict`, `accounting.wrong_draft_status` */
export async function takeDraft(
  tx: TenantTx,
  { id, version }: { readonly id: string; readonly version: number },
  step: Parameters<typeof checkStep>[1],
): Promise<DraftRow> {
  const draft = found(await loadDraft(tx, id, true), 'journal draft');
  sameVersion(draft.version, version);
  checkStep(draft.status, step);
  return draft;
}

/** What somebody decided of a draft. */
type Decision = Partial<Pick<DraftRow, 'decidedBy' | 'decidedAt' | 'comment'>>;

/** Posts a draft under its own id. @throws AtlasError as `postManual`, `accounting.draft_incomplete` */
export async function postDraft(tx: TenantTx, draft: DraftRow, decision: Decision | null): Promise<JournalEntry> {
  const entry = await postManual(tx, { ...draft, lines: completeLines(draft.lines) }, decision !== null);
  const decided = decision ?? { decidedBy: null, decidedAt: null };
  await saveDraft(tx, { ...draft, ...decided, status: 'posted', version: draft.version + 1 });
  tx.record({
    subjectId: draft.id,
    before: { status: draft.status },
    after: { status: 'posted', number: entry.number, date: entry.date, total: entry.total, ...decided },
  });
  return entry;
}
