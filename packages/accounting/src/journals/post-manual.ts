import { AtlasError, type BusinessDate, businessDate, moneyJson, present } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { journalPosted } from '../contract/events.ts';
import { needsApproval } from '../domain/draft-state.ts';
import { areaOf } from '../domain/posting-area.ts';
import { approvalAbove } from '../drafts/settings.repository.ts';
import { type JournalEntry, loadEntry } from './journals.repository.ts';
import { checkManual, entryLines, type WrittenLine, worthOf } from './manual-lines.ts';
import { postReversal } from './post-reversal.ts';
import { type PostingTerms, postEntries, postingTerms } from './posting.ts';
import { planReversal } from './reversals.repository.ts';

const sourceKind = 'journal';

export type ManualJournal = {
  readonly id: string;
  readonly date: string;
  readonly description: string;
  /** The day on which its reversal is posted: an accrual. */
  readonly reverseOn: string | null;
  readonly lines: readonly WrittenLine[];
};

/** @throws AtlasError `accounting.reversal_too_early` */
export function checkReverseOn(date: string, reverseOn: string | null): void {
  if (reverseOn !== null && reverseOn <= date)
    throw new AtlasError('accounting.reversal_too_early', `An entry of ${date} is reversed on a later day, not on ${reverseOn}.`);
}

/** Whether a fiscal year covers the day. @throws AtlasError `accounting.period_closed` when it does and takes nothing */
function isCovered(terms: PostingTerms, day: BusinessDate): boolean {
  try {
    terms.periodOf(day, areaOf(sourceKind));
    return true;
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'accounting.no_period') return false;
    throw error;
  }
}

/**
 * Posts what a person wrote. The reversal of an accrual is posted with it: nobody can forget it, and reports of any day show it
 * from its own day on. Where no fiscal year covers that day yet, it is promised, and posted when the day has come.
 *
 * @param approved whether somebody else approved it, or nobody has to
 * @throws AtlasError `accounting.needs_approval` and as `postEntries`
 */
export async function postManual(tx: TenantTx, journal: ManualJournal, approved: boolean): Promise<JournalEntry> {
  const { id, description, reverseOn } = journal;
  checkReverseOn(journal.date, reverseOn);
  const date = businessDate(journal.date);
  const reversalOn = reverseOn === null ? null : businessDate(reverseOn);
  const [terms, above] = await Promise.all([
    postingTerms(tx, reversalOn === null ? [date] : [date, reversalOn]),
    approvalAbove(tx),
    checkManual(tx, journal.lines),
  ]);
  const lines = entryLines(journal.lines, terms.currency);
  if (!approved && needsApproval(worthOf(lines), above)) {
    const { amount } = moneyJson(present(above, 'there is a limit'), terms.currency);
    throw new AtlasError('accounting.needs_approval', `Journals above ${amount} need somebody else’s approval: submit a draft.`);
  }
  const isReversedNow = reversalOn !== null && isCovered(terms, reversalOn);
  postEntries(tx, terms, [{ id, date, description, sourceKind, sourceId: null, lines }]);
  const { entry } = present(await loadEntry(tx, id), 'the entry was just posted');
  tx.emit(journalPosted, { entryId: id, number: entry.number, date });
  if (reversalOn === null) return entry;
  if (isReversedNow) return { ...entry, reversedById: (await postReversal(tx, terms, { entry, lines }, reversalOn)).id };
  planReversal(tx, id, reversalOn);
  return entry;
}
