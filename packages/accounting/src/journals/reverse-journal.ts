import { AtlasError, businessDate } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { reverseJournal as route } from '../contract/journals.ts';
import { loadEntry } from './journals.repository.ts';
import { postReversal } from './post-reversal.ts';
import { postingTerms } from './posting.ts';
import { lockReversal, takePlannedReversal } from './reversals.repository.ts';

/** What was entered by hand, or taken over from other books: no document stands behind it that could be corrected instead. */
const reversible: ReadonlySet<string> = new Set(['journal', 'accounting.opening_balance']);

export const reverseJournal = command(route, async (tx, { id, date, description }) => {
  const [, terms, loaded] = await Promise.all([lockReversal(tx, id), postingTerms(tx, [date]), loadEntry(tx, id)]);
  const { entry, lines } = found(loaded, 'journal entry');
  if (entry.reversedById !== null) throw new AtlasError('accounting.already_reversed', `${entry.number} is reversed already.`);
  if (!reversible.has(entry.sourceKind)) {
    throw new AtlasError('accounting.document_entry', `${entry.number} belongs to a document. Correct the document instead.`);
  }
  await takePlannedReversal(tx, id);
  return postReversal(tx, terms, { entry, lines }, businessDate(date), description);
});
