import { AtlasError, divideRounded } from '@atlas/kernel';
import type { ItemKey } from './check-entry.ts';

/** A posted line of a control account, and what is left of it. Debit positive, credit negative, in minor units. */
export type OpenItem = ItemKey & {
  readonly accountId: string;
  readonly partyId: string | null;
  /** Of the document. */
  readonly currency: string;
  readonly residualMinor: bigint;
  /** The residual's value in the books. */
  readonly residualBaseMinor: bigint;
};

/** How much of a debit and a credit item settle each other, each in its own currency; positive. */
export type Pair = {
  readonly debit: ItemKey;
  readonly credit: ItemKey;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
};

/** A pair with its value in the books, and by how much that changes the value of one of its items. */
export type Settlement = Pair & {
  readonly baseMinor: bigint;
  readonly exchange: { readonly item: OpenItem; readonly amountMinor: bigint } | null;
};

export const keyOf = ({ entryId, position }: ItemKey): string => `${entryId} ${position}`;

/** The value in the books of a part of an item; what is left last takes what rounding left. */
const shareOf = (item: OpenItem, minor: bigint): bigint =>
  divideRounded(item.residualBaseMinor * minor, sizeOf(item.residualMinor));

function checkPair(debit: OpenItem, credit: OpenItem, { debitMinor, creditMinor }: Pair): void {
  if (debit.accountId !== credit.accountId || debit.partyId !== credit.partyId)
    throw new AtlasError('accounting.items_apart', 'A debit settles a credit of the same party on the same account.');
  if (debit.currency === credit.currency && debitMinor !== creditMinor)
    throw new AtlasError('accounting.items_apart', 'In one currency a debit and a credit settle the same amount.');
  if (debitMinor > debit.residualMinor || creditMinor > -credit.residualMinor || debitMinor <= 0n || creditMinor <= 0n)
    throw new AtlasError('accounting.over_allocated', 'More would be settled than is open.', {
      debitOpenMinor: debit.residualMinor.toString(),
      creditOpenMinor: (-credit.residualMinor).toString(),
    });
}

/**
 * Settles debits with credits, one pair after the other. A pair whose sides are worth different amounts in the books makes
 * an exchange difference: the debit takes the credit's value, unless the debit is in the books' currency, which has one
 * value only; then the credit takes the debit's.
 *
 * @param items all that the pairs name, as they are before
 * @param booksCurrency currency of the books
 * @throws AtlasError `accounting.unknown_item`, `accounting.items_apart`, `accounting.over_allocated`
 */
export function settle(items: readonly OpenItem[], pairs: readonly Pair[], booksCurrency: string): Settlement[] {
  const state = new Map(items.map((item) => [keyOf(item), item]));
  const itemAt = (key: ItemKey): OpenItem => {
    const item = state.get(keyOf(key));
    if (!item) throw new AtlasError('accounting.unknown_item', 'There is no such open item.');
    return item;
  };
  return pairs.map((pair) => {
    const debit = itemAt(pair.debit);
    const credit = itemAt(pair.credit);
    checkPair(debit, credit, pair);
    const debitBase = shareOf(debit, pair.debitMinor);
    const creditBase = -shareOf(credit, pair.creditMinor);
    const debitAdapts = debit.currency !== booksCurrency;
    const baseMinor = debitAdapts ? creditBase : debitBase;
    const difference = creditBase - debitBase;
    state.set(keyOf(debit), {
      ...debit,
      residualMinor: debit.residualMinor - pair.debitMinor,
      residualBaseMinor: debit.residualBaseMinor - debitBase,
    });
    state.set(keyOf(credit), {
      ...credit,
      residualMinor: credit.residualMinor + pair.creditMinor,
      residualBaseMinor: credit.residualBaseMinor + creditBase,
    });
    const exchange = difference === 0n ? null : { item: debitAdapts ? debit : credit, amountMinor: difference };
    return { ...pair, baseMinor, exchange };
  });
}

const sizeOf = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

/**
 * Pairs one item with others of the opposite side, in the order given, until nothing is left of it or of them.
 *
 * @param others in the currency of the item
 */
export function pairInOrder(item: OpenItem, others: readonly OpenItem[]): Pair[] {
  const pairs: Pair[] = [];
  let left = item.residualMinor;
  for (const other of others) {
    const open = sizeOf(other.residualMinor);
    let minor = sizeOf(left);
    if (open < minor) minor = open;
    if (minor === 0n) continue;
    const [debit, credit] = left > 0n ? [item, other] : [other, item];
    pairs.push({ debit: key(debit), credit: key(credit), debitMinor: minor, creditMinor: minor });
    left += left > 0n ? -minor : minor;
  }
  return pairs;
}

const key = ({ entryId, position }: ItemKey): ItemKey => ({ entryId, position });
