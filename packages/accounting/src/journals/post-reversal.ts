import { type BusinessDate, present, uuidv7 } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { journalReversed } from '../contract/events.ts';
import { type EntryLine, reversed } from '../domain/check-entry.ts';
import { type JournalEntry, loadEntry } from './journals.repository.ts';
import { type PostingTerms, postEntries } from './posting.ts';

/** Posts the entry that undoes a journal, on a day. @throws AtlasError as `postEntries` */
export async function postReversal(
  tx: TenantTx,
  terms: PostingTerms,
  { entry, lines }: { readonly entry: JournalEntry; readonly lines: readonly EntryLine[] },
  date: BusinessDate,
  description = `Reversal of ${entry.number}`,
): Promise<JournalEntry> {
  const id = uuidv7();
  const posted = { id, date, description, sourceKind: 'journal', sourceId: null, reversalOfId: entry.id, lines: reversed(lines) };
  postEntries(tx, terms, [posted]);
  const reversal = present(await loadEntry(tx, id), 'the entry was just posted').entry;
  tx.record({ subjectId: entry.id, before: { reversedById: null }, after: { reversedById: id } });
  tx.emit(journalReversed, { entryId: entry.id, reversalId: id, number: reversal.number, date });
  return reversal;
}
