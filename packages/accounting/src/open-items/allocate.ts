import { type BusinessDate, uuidv7 } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import type { EntryLine } from '../domain/check-entry.ts';
import { type OpenItem, type Pair, type Settlement, settle } from '../domain/settle.ts';
import { type NewEntry, type PostingTerms, postEntries } from '../journals/posting.ts';
import { insertAllocations } from './open-items.repository.ts';

export type NewAllocations = {
  /** Not before the items' own. */
  readonly date: BusinessDate;
  /** What settles them, such as a payment: taken back as a whole by it. */
  readonly sourceKind: string;
  readonly sourceId: string;
  /** All items that the pairs name, locked, as they are now; those just posted as they were posted. */
  readonly items: readonly OpenItem[];
  readonly pairs: readonly Pair[];
};

export type Allocated = Settlement & { readonly id: string; readonly exchangeEntryId: string | null };

/** Brings one item to its new value against gain or loss. */
function exchangeLines({ item, amountMinor }: NonNullable<Settlement['exchange']>, terms: PostingTerms): EntryLine[] {
  const { accountId, partyId, entryId, position } = item;
  const counterId = terms.accountFor(amountMinor > 0n ? 'exchange_gain' : 'exchange_loss');
  const line = { description: null, currency: terms.currency };
  return [
    { ...line, accountId, partyId, amountMinor, adjusts: { entryId, position } },
    { ...line, accountId: counterId, partyId: null, amountMinor: -amountMinor },
  ];
}

/**
 * Settles debit with credit items on a date and posts the exchange differences that are realised by it.
 *
 * @param terms of postings on the date
 * @throws AtlasError as {@link settle}; `accounting.no_period`, `accounting.period_closed`, `accounting.no_account_for_role`
 */
export function allocate(tx: TenantTx, terms: PostingTerms, { items, pairs, ...about }: NewAllocations): Allocated[] {
  const { date, sourceKind, sourceId } = about;
  const settled = settle(items, pairs, terms.currency);
  const entries: NewEntry[] = [];
  const allocated = settled.map((each): Allocated => {
    if (!each.exchange) return { ...each, id: uuidv7(), exchangeEntryId: null };
    const exchangeEntryId = uuidv7();
    const lines = exchangeLines(each.exchange, terms);
    entries.push({ id: exchangeEntryId, date, description: 'Exchange difference', sourceKind, sourceId, lines });
    return { ...each, id: uuidv7(), exchangeEntryId };
  });
  if (entries.length > 0) postEntries(tx, terms, entries);
  if (allocated.length > 0) {
    const rows = allocated.map(({ exchange: _exchange, ...row }) => row);
    insertAllocations(tx, about, rows);
  }
  return allocated;
}
