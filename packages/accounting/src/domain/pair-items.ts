import { AtlasError, money } from '@atlas/kernel';
import type { ItemKey } from './check-entry.ts';
import { inBooks, inForeign, type QuotedRate } from './exchange-rate.ts';
import { keyOf as nameOf, type OpenItem, type Pair, pairInOrder } from './settle.ts';

const size = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

/**
 * Pairs an item in the currency of the books with one in a foreign currency at a rate: as much as both have. The smaller side
 * is used up, so that rounding leaves nothing on it.
 *
 * @throws AtlasError `accounting.items_apart` unless one of the two is in the currency of the books
 */
export function pairAcross(debit: OpenItem, credit: OpenItem, rate: QuotedRate, books: string): Pair {
  const [own, foreign] = debit.currency === books ? [debit, credit] : [credit, debit];
  if (own.currency !== books || foreign.currency === books)
    throw new AtlasError('accounting.items_apart', `One of two items in different currencies is in ${books}.`);
  const covered = inForeign(money(size(own.residualMinor), books), rate, foreign.currency).minor;
  const open = size(foreign.residualMinor);
  let foreignMinor = open;
  if (covered < open) foreignMinor = covered;
  const [ownOpen, worth] = [size(own.residualMinor), inBooks(money(open, foreign.currency), rate, books).minor];
  const ownMinor = covered < open || worth > ownOpen ? ownOpen : worth;
  const [debitMinor, creditMinor] = own === debit ? [ownMinor, foreignMinor] : [foreignMinor, ownMinor];
  return { debit: keyOf(debit), credit: keyOf(credit), debitMinor, creditMinor };
}

const keyOf = ({ entryId, position }: OpenItem) => ({ entryId, position });

/** What is left of items after some pairs. */
function without(items: readonly OpenItem[], pairs: readonly Pair[]): OpenItem[] {
  const used = new Map<string, bigint>();
  const use = (item: ItemKey, minor: bigint) => used.set(nameOf(item), (used.get(nameOf(item)) ?? 0n) + minor);
  for (const { debit, credit, debitMinor, creditMinor } of pairs) {
    use(debit, -debitMinor);
    use(credit, creditMinor);
  }
  return items.map((item) => ({ ...item, residualMinor: item.residualMinor + (used.get(nameOf(item)) ?? 0n) }));
}

/** Pairs debits and credits of one currency, each in the order given, until one side is used up. */
export function pairAll(items: readonly OpenItem[]): Pair[] {
  const pairs: Pair[] = [];
  let credits = items.filter(({ residualMinor }) => residualMinor < 0n);
  for (const debit of items.filter(({ residualMinor }) => residualMinor > 0n)) {
    const settled = pairInOrder(
      debit,
      credits.filter(({ currency }) => currency === debit.currency),
    );
    pairs.push(...settled);
    credits = without(credits, settled);
  }
  return pairs;
}

/**
 * Settles what can be settled among items: first in one currency, then what is left in the currency of the books with what is
 * left in foreign ones, at the rate of the day of the former.
 *
 * @param rateOf the rate of a currency for an item in the currency of the books
 */
export function pairAcrossAll(
  items: readonly OpenItem[],
  rateOf: (own: ItemKey, currency: string) => QuotedRate,
  books: string,
): Pair[] {
  const pairs = pairAll(items);
  for (const own of items.filter(({ currency }) => currency === books)) {
    for (const foreign of items.filter(({ currency }) => currency !== books)) {
      const [a, b] = without([own, foreign], pairs) as [OpenItem, OpenItem];
      if (a.residualMinor * b.residualMinor >= 0n) continue;
      const [debit, credit] = a.residualMinor > 0n ? [a, b] : [b, a];
      const pair = pairAcross(debit, credit, rateOf(own, foreign.currency), books);
      if (pair.debitMinor > 0n && pair.creditMinor > 0n) pairs.push(pair);
    }
  }
  return pairs;
}
