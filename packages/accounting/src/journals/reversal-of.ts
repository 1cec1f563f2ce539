import { type BusinessDate, uuidv7 } from '@atlas/kernel';
import { found, type TenantTx } from '@atlas/platform';
import { reversed } from '../domain/check-entry.ts';
import { loadEntry } from './journals.repository.ts';
import type { NewEntry } from './posting.ts';

/** The entry that takes back one that a document has posted, to be posted on a date. @throws AtlasError `not_found` */
export async function reversalOf(tx: TenantTx, entryId: string, date: BusinessDate): Promise<NewEntry> {
  const { entry, lines } = found(await loadEntry(tx, entryId), 'journal entry');
  const { sourceKind, sourceId, number } = entry;
  const description = `Reversal of ${number}`;
  return { id: uuidv7(), date, description, sourceKind, sourceId, reversalOfId: entryId, lines: reversed(lines) };
}
