import { AtlasError, divideRounded } from '@atlas/kernel';

/** What an amount of the account's currency is in the books. */
export type Worth = (minor: bigint) => bigint;

const sizeOf = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

/**
 * What the bank made of movements: every amount is worth its part of that.
 *
 * @param bankMinor what they come to on the account of the bank
 * @param valueMinor the same in the books, without sign
 * @throws AtlasError `treasury.match_differs` when they come to nothing
 */
export function worthByValue(bankMinor: bigint, valueMinor: bigint): Worth {
  if (bankMinor === 0n)
    throw new AtlasError('treasury.match_differs', 'Movements that come to nothing have no value in the books.');
  return (minor) => divideRounded(minor * valueMinor, sizeOf(bankMinor));
}

/**
 * The value in the books of each line of an entry that comes to nothing in the account's currency: what the lines up to it are worth,
 * without what those before it are. So the values come to nothing, too, and no line is a minor unit away from its own worth.
 *
 * @throws AtlasError `treasury.match_differs` for a line that is worth nothing
 */
export function valuesOf(amounts: readonly bigint[], worth: Worth): bigint[] {
  let [sum, before] = [0n, 0n];
  return amounts.map((amount) => {
    sum += amount;
    const value = worth(sum) - before;
    before += value;
    if (value === 0n)
      throw new AtlasError(
        'treasury.match_differs',
        `${amount} minor units are nothing in the books at this rate: add them to another line.`,
      );
    return value;
  });
}
