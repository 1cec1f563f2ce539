import { money } from '@atlas/kernel';
import type { ItemKey } from './check-entry.ts';
import { inBooks, type QuotedRate } from './exchange-rate.ts';

/** Money in a foreign currency as it stands at the end of a day: what is left of an item, or what an account holds. */
export type Position = {
  readonly accountId: string;
  readonly currency: string;
  /** Null when it is what an account holds as a whole. */
  readonly item: ItemKey | null;
  readonly partyId: string | null;
  readonly foreignMinor: bigint;
  readonly baseMinor: bigint;
  /** Whether a later day went on from the value that it had: some of it was settled, or a revaluation was kept. */
  readonly valuedLater: boolean;
};

export type Revalued = Position & { readonly afterMinor: bigint; readonly differenceMinor: bigint; readonly kept: boolean };

export type RevaluedGroup = {
  readonly accountId: string;
  readonly currency: string;
  readonly kept: boolean;
  readonly positions: readonly Revalued[];
  readonly foreignMinor: bigint;
  readonly beforeMinor: bigint;
  readonly afterMinor: bigint;
  readonly differenceMinor: bigint;
};

/**
 * What positions are worth at the rates of a day. A difference is taken back on the next day unless it is to be kept; what
 * was settled or kept at another value since is taken back all the same, because that would be moved twice. What an account
 * holds no more is kept: it is realised.
 *
 * @param keep whether differences stay
 */
export function revalue(
  positions: readonly Position[],
  rateOf: (currency: string) => QuotedRate,
  books: string,
  keep: boolean,
): Revalued[] {
  return positions.map((position) => {
    const afterMinor = inBooks(money(position.foreignMinor, position.currency), rateOf(position.currency), books).minor;
    const gone = position.item === null && position.foreignMinor === 0n;
    const kept = (gone || keep) && !position.valuedLater;
    return { ...position, afterMinor, differenceMinor: afterMinor - position.baseMinor, kept };
  });
}

const sum = (positions: readonly Revalued[], of: (each: Revalued) => bigint): bigint =>
  positions.reduce((total, each) => total + of(each), 0n);

/** By account, currency and what becomes of the difference. */
export function groupsOf(revalued: readonly Revalued[]): RevaluedGroup[] {
  const groups = Map.groupBy(revalued, ({ accountId, currency, kept }) => `${accountId} ${currency} ${kept}`);
  return [...groups.values()].map((positions) => {
    const [{ accountId, currency, kept }] = positions as [Revalued];
    return {
      accountId,
      currency,
      kept,
      positions,
      foreignMinor: sum(positions, (each) => each.foreignMinor),
      beforeMinor: sum(positions, (each) => each.baseMinor),
      afterMinor: sum(positions, (each) => each.afterMinor),
      differenceMinor: sum(positions, (each) => each.differenceMinor),
    };
  });
}
