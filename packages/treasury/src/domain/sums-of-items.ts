import type { MatchItem } from './match-subject.ts';

/** Of more items than this, only runs of neighbours are tried. */
const mostForThree = 40;

/** Items that stand beside each other, oldest first, and come to an amount: whoever pays several mostly pays the oldest. */
function runOf(items: readonly MatchItem[], amountMinor: bigint): MatchItem[] | null {
  const starts = new Map<bigint, number>([[0n, 0]]);
  let sum = 0n;
  for (const [index, item] of items.entries()) {
    sum += item.residualMinor;
    const start = starts.get(sum - amountMinor);
    if (start !== undefined && index - start >= 1) return items.slice(start, index + 1);
    starts.set(sum, index + 1);
  }
  return null;
}

function pairOf(items: readonly MatchItem[], amountMinor: bigint): [MatchItem, MatchItem] | null {
  const seen = new Map<bigint, MatchItem>();
  for (const item of items) {
    const other = seen.get(amountMinor - item.residualMinor);
    if (other) return [other, item];
    if (!seen.has(item.residualMinor)) seen.set(item.residualMinor, item);
  }
  return null;
}

function threeOf(items: readonly MatchItem[], amountMinor: bigint): MatchItem[] | null {
  if (items.length > mostForThree) return null;
  for (const [index, first] of items.entries()) {
    const pair = pairOf(items.slice(index + 1), amountMinor - first.residualMinor);
    if (pair) return [first, ...pair];
  }
  return null;
}

/**
 * Several items of one party that come to an amount together, or null. Time grows with the number of items, not with the number
 * of their combinations.
 *
 * @param items oldest first
 */
export const itemsThatComeTo = (items: readonly MatchItem[], amountMinor: bigint): readonly MatchItem[] | null =>
  runOf(items, amountMinor) ?? pairOf(items, amountMinor) ?? threeOf(items, amountMinor);
