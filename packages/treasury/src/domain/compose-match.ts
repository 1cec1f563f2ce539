import { AtlasError } from '@atlas/kernel';
import type { LineKey } from './match-subject.ts';

/** An open item with what of it is settled, signed as the item is. */
export type SettledItem = {
  readonly key: LineKey;
  readonly accountId: string;
  readonly partyId: string | null;
  readonly amountMinor: bigint;
};

export type Split = {
  readonly accountId: string;
  readonly partyId: string | null;
  readonly description: string | null;
  readonly amountMinor: bigint;
};

/** Both sides of a match: movements of a bank, and what they are. Amounts have the sign of movements. */
export type Sides = {
  readonly movements: readonly { readonly amountMinor: bigint; readonly text: string }[];
  /** What lines on the account of the bank come to that the ledger has already. */
  readonly ledgerMinor: bigint;
  readonly items: readonly SettledItem[];
  readonly splits: readonly Split[];
};

type PostedLine = {
  readonly accountId: string;
  readonly partyId: string | null;
  readonly description: string | null;
  readonly amountMinor: bigint;
};
type ItemPair = { readonly debit: LineKey; readonly credit: LineKey; readonly debitMinor: bigint; readonly creditMinor: bigint };

/** What a match posts: its lines, how many of them stand on the account of the bank (the first ones), and what settles what. */
export type Composed = {
  readonly lines: readonly PostedLine[];
  readonly bankLineCount: number;
  readonly pairs: readonly ItemPair[];
};

const sum = (parts: readonly { readonly amountMinor: bigint }[]): bigint =>
  parts.reduce((total, { amountMinor }) => total + amountMinor, 0n);
const descriptionOf = (text: string): string | null => text.slice(0, 200).toWellFormed() || null;

function leastOf(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

/** Pairs debits with credits until nothing is left; together they come to nothing. */
function pairsOf(amounts: readonly { readonly key: LineKey; readonly amountMinor: bigint }[]): ItemPair[] {
  const debits = amounts.filter(({ amountMinor }) => amountMinor > 0n).map((each) => ({ ...each }));
  const credits = amounts.filter(({ amountMinor }) => amountMinor < 0n).map((each) => ({ ...each }));
  const pairs: ItemPair[] = [];
  for (const debit of debits)
    for (const credit of credits) {
      const minor = leastOf(debit.amountMinor, -credit.amountMinor);
      if (minor === 0n) continue;
      pairs.push({ debit: debit.key, credit: credit.key, debitMinor: minor, creditMinor: minor });
      debit.amountMinor -= minor;
      credit.amountMinor += minor;
    }
  return pairs;
}

/** Each movement is a line of its own, unless the ledger has a part of them: then what is left is one. */
function bankLines({ movements, ledgerMinor }: Sides, bankAccountId: string): PostedLine[] {
  const line = { accountId: bankAccountId, partyId: null };
  const lines = movements.map(({ amountMinor, text }) => ({ ...line, amountMinor, description: descriptionOf(text) }));
  const rest = { ...line, amountMinor: sum(movements) - ledgerMinor, description: descriptionOf(movements[0]?.text ?? '') };
  return (ledgerMinor === 0n ? lines : [rest]).filter(({ amountMinor }) => amountMinor !== 0n);
}

/**
 * The entry of a match: the account of the bank against one line for each party and control account, and one for each split.
 *
 * @param entryId of the entry that will hold the lines
 * @throws AtlasError `treasury.match_differs`
 */
export function composeMatch(sides: Sides, bankAccountId: string, entryId: string): Composed {
  const { items, splits, movements, ledgerMinor } = sides;
  const differenceMinor = sum(movements) - ledgerMinor - sum(items) - sum(splits);
  if (differenceMinor !== 0n)
    throw new AtlasError('treasury.match_differs', `The two sides differ by ${differenceMinor} minor units.`, {
      differenceMinor: differenceMinor.toString(),
    });
  if (items.length === 0 && splits.length === 0) return { lines: [], bankLineCount: 0, pairs: [] };
  const onBank = bankLines(sides, bankAccountId);
  const lines = [...onBank, ...splits.map((split) => ({ ...split, amountMinor: -split.amountMinor }))];
  const pairs: ItemPair[] = [];
  const groups = Map.groupBy(items, ({ accountId, partyId }) => `${accountId} ${partyId ?? ''}`);
  for (const group of groups.values()) {
    const [first] = group;
    const amountMinor = -sum(group);
    if (first && amountMinor !== 0n)
      lines.push({ accountId: first.accountId, partyId: first.partyId, description: null, amountMinor });
    const own = amountMinor === 0n ? [] : [{ key: { entryId, position: lines.length }, amountMinor }];
    pairs.push(...pairsOf([...group, ...own]));
  }
  return { lines, bankLineCount: onBank.length, pairs };
}
