import { AtlasError } from '@atlas/kernel';
import type { SettledItem } from './compose-match.ts';
import type { LineKey } from './match-subject.ts';

/** What is left of an item now. */
type ItemNow = {
  readonly accountId: string;
  readonly partyId: string | null;
  readonly currency: string;
  readonly residualMinor: bigint;
};

/**
 * What of an item a match settles: what is said, or all that is open.
 *
 * @throws AtlasError `treasury.unknown_line`; `treasury.item_changed` when less is open, or nothing any more
 */
export function settledItem(
  { entryId, position, amountMinor: said }: LineKey & { readonly amountMinor: bigint | null },
  now: ItemNow | undefined,
  currency: string,
): SettledItem {
  if (!now) throw new AtlasError('treasury.unknown_line', 'There is no such open item.', { entryId, position });
  const open = now.currency === currency ? now.residualMinor : 0n;
  const amountMinor = said ?? open;
  const isPart = open > 0n ? amountMinor > 0n && amountMinor <= open : amountMinor < 0n && amountMinor >= open;
  if (!isPart)
    throw new AtlasError('treasury.item_changed', 'Not so much of the item is open in the currency of the account.', {
      entryId,
      openMinor: open.toString(),
    });
  return { key: { entryId, position }, accountId: now.accountId, partyId: now.partyId, amountMinor };
}
