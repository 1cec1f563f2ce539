import { AtlasError, type BusinessDate, uuidv7 } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { lockSeries } from '../journals/posting.repository.ts';
import { type PostingTerms, postEntries } from '../journals/posting.ts';
import { reversalOf } from '../journals/reversal-of.ts';
import { insertReversals, lockAllocations, type WhichAllocations } from './open-items.repository.ts';

/**
 * Takes allocations back on a date, with their exchange differences: their items are open again as they were.
 *
 * @param which by id, or all that stand of a source or an item
 * @throws AtlasError `accounting.not_allocated` when one of the ids stands no more; `accounting.invalid_reversal` before its date;
 *   as `postEntries`
 * @returns the ids that were taken back
 */
export async function unallocate(
  tx: TenantTx,
  terms: PostingTerms,
  date: BusinessDate,
  which: WhichAllocations,
): Promise<string[]> {
  terms.periodOf(date);
  const standing = await lockAllocations(tx, which);
  // Before the documents, which triggers lock (packages/docs/adr/0023).
  await lockSeries(tx, date);
  if ('ids' in which && standing.length < new Set(which.ids).size)
    throw new AtlasError('accounting.not_allocated', 'This allocation was taken back already, or never made.');
  const reversals = await Promise.all(
    standing.map(async ({ id, exchangeEntryId }) => {
      const entry = exchangeEntryId === null ? null : await reversalOf(tx, exchangeEntryId, date);
      return { entry, row: { id: uuidv7(), reversalOfId: id } };
    }),
  );
  // First the allocations: an item that is settled changes its value no more.
  const entries = reversals.flatMap(({ entry }) => entry ?? []);
  if (reversals.length > 0)
    insertReversals(
      tx,
      date,
      reversals.map(({ row }) => row),
    );
  if (entries.length > 0) postEntries(tx, terms, entries);
  return standing.map(({ id }) => id);
}
