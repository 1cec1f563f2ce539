import { type BusinessDate, businessDate, laterOf } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import type { ItemKey } from '../domain/check-entry.ts';
import { keyOf, type OpenItem, pairInOrder } from '../domain/settle.ts';
import type { NewEntry, PostingTerms } from '../journals/posting.ts';
import { type Allocated, allocate } from './allocate.ts';
import type { OpenItemRow } from './open-items.repository.ts';

/** A credit note as it was just posted, with the document that it takes back. */
export type PostedCredit = { readonly entry: NewEntry; readonly creditedId: string | null };

const byDueDate = (a: OpenItemRow, b: OpenItemRow): number => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn));

/** What a document leaves open: its first line; null where it leaves nothing. */
function itemOf({ id, lines }: NewEntry): OpenItem | null {
  const [line] = lines;
  if (!line?.partyId) return null;
  return {
    entryId: id,
    position: 1,
    accountId: line.accountId,
    partyId: line.partyId,
    currency: line.transaction?.currency ?? line.currency,
    residualMinor: line.transaction?.amountMinor ?? line.amountMinor,
    residualBaseMinor: line.amountMinor,
  };
}

/**
 * Settles the documents that credit notes take back with them, what is due first before the rest.
 *
 * @param locked the items of these documents, as they were before
 * @throws AtlasError as {@link allocate}
 */
export function settleCredits(
  tx: TenantTx,
  posting: PostingTerms,
  notes: readonly PostedCredit[],
  locked: readonly OpenItemRow[],
): void {
  let items = [...locked].sort(byDueDate);
  for (const { entry, creditedId } of notes) {
    const own = itemOf(entry);
    if (creditedId === null || own === null) continue;
    const credited = items.filter(({ sourceId }) => sourceId === creditedId);
    const date = credited.reduce<BusinessDate>((latest, item) => laterOf(latest, businessDate(item.date)), entry.date);
    const allocated = allocate(tx, posting, {
      date,
      sourceKind: entry.sourceKind,
      sourceId: entry.sourceId ?? entry.id,
      items: [own, ...credited],
      pairs: pairInOrder(own, credited),
    });
    items = items.map((item) => allocated.reduce(without, item));
  }
}

/** What is left of an item: the value of the note is taken off, after what it changed the item's own by. */
function without(item: OpenItemRow, { debit, credit, debitMinor, creditMinor, baseMinor, exchange }: Allocated): OpenItemRow {
  const is = (key: ItemKey): boolean => keyOf(key) === keyOf(item);
  if (!is(debit) && !is(credit)) return item;
  const [takenMinor, takenBaseMinor] = is(debit) ? [debitMinor, baseMinor] : [-creditMinor, -baseMinor];
  const adjusted = exchange && is(exchange.item) ? exchange.amountMinor : 0n;
  return {
    ...item,
    residualMinor: item.residualMinor - takenMinor,
    residualBaseMinor: item.residualBaseMinor + adjusted - takenBaseMinor,
  };
}
