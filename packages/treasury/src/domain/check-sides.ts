import { AtlasError } from '@atlas/kernel';

/**
 * A match says what movements are; without movements it can only hold lines of the ledger against each other.
 *
 * @throws AtlasError `treasury.match_differs`
 */
export function checkHasSides(draft: {
  readonly lineIds: readonly unknown[];
  readonly items: readonly unknown[];
  readonly ledgerLines: readonly unknown[];
  readonly splits: readonly unknown[];
}): void {
  const fault =
    draft.lineIds.length + draft.ledgerLines.length === 0
      ? 'Choose a movement.'
      : draft.lineIds.length === 0 && draft.items.length + draft.splits.length > 0
        ? 'Items and accounts are what a movement is: choose one.'
        : null;
  if (fault !== null) throw new AtlasError('treasury.match_differs', fault);
}
