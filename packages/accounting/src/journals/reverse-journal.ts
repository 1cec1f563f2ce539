import { AtlasError, present, uuidv7 } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { journalReversed } from '../contract/events.ts';
import { reverseJournal as route } from '../contract/journals.ts';
import { reversed } from '../domain/check-entry.ts';
import { loadEntry } from './journals.repository.ts';
import { postEntries, postingTerms } from './posting.ts';

export const reverseJournal = command(route, async (tx, { id, date, description }) => {
  const [terms, loaded] = await Promise.all([postingTerms(tx, [date]), loadEntry(tx, id)]);
  const { entry, lines } = found(loaded, 'journal entry');
  if (entry.reversedById !== null) throw new AtlasError('accounting.already_reversed', `${entry.number} is reversed already.`);
  if (entry.sourceKind !== 'journal') {
    throw new AtlasError('accounting.document_entry', `${entry.number} belongs to a document. Correct the document instead.`);
  }
  const reversalId = uuidv7();
  postEntries(tx, terms, [
    {
      id: reversalId,
      date,
      description: description ?? `Reversal of ${entry.number}`,
      sourceKind: 'journal',
      sourceId: null,
      reversalOfId: id,
      lines: reversed(lines),
    },
  ]);
  const reversal = present(await loadEntry(tx, reversalId), 'the entry was just posted').entry;
  tx.record({ subjectId: id, before: { reversedById: null }, after: { reversedById: reversalId } });
  tx.emit(journalReversed, { entryId: id, reversalId, number: reversal.number, date });
  return reversal;
});
