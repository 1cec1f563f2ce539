import { uuidv7 } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { checkNamed } from '../journals/manual-lines.ts';
import { checkReverseOn } from '../journals/post-manual.ts';
import { type DraftRow, saveDraft, viewDraft } from './drafts.repository.ts';
import { approvalAbove } from './settings.repository.ts';
import { type DraftLine, draftTotal } from './written-lines.ts';

type Written = {
  readonly date: string;
  readonly description: string;
  readonly reverseOn: string | null;
  readonly lines: readonly DraftLine[];
};

/** Keeps a journal of the actor's as a draft. @throws AtlasError as `draftTotal`, `accounting.reversal_too_early` */
export async function newDraft(tx: TenantTx, { lines, ...written }: Written) {
  checkReverseOn(written.date, written.reverseOn);
  const [{ baseCurrency }, above] = await Promise.all([companyOf(tx), approvalAbove(tx), checkNamed(tx, lines)]);
  const { id: actorId } = tx.ctx.actor;
  const row: DraftRow = {
    ...written,
    id: uuidv7(),
    status: 'draft',
    lines: [...lines],
    totalMinor: draftTotal(lines, baseCurrency),
    currency: baseCurrency,
    authorIds: actorId === null ? [] : [actorId],
    scheduleId: null,
    scheduledFor: null,
    submittedAt: null,
    decidedBy: null,
    decidedAt: null,
    comment: null,
    version: 1,
    createdAt: tx.ctx.now,
  };
  await saveDraft(tx, row);
  return viewDraft(row, above);
}
