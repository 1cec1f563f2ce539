import { type Currency, moneyJson } from '@atlas/kernel';

/** Random choices that the same seed makes again. */
export type Chance = {
  /** A whole number from `least` through `most`. */
  int(least: number, most: number): number;
  /** True in so many of a hundred cases. */
  percent(share: number): boolean;
  pick<T>(items: readonly T[]): T | undefined;
  /** A day of the two years of the books. */
  day(): string;
  /** A day from this one on, within the years of the books. */
  dayFrom(day: string): string;
};

/** Marsaglia's xorshift: enough to choose by, and the same everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const int = (least: number, most: number): number => least + (next() % (most - least + 1));
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = (): string => `${int(2025, 2026)}-${two(int(1, 12))}-${two(int(1, 28))}`;
  const laterOf = (one: string, other: string): string => (one < other ? other : one);
  return {
    int,
    percent: (share) => int(1, 100) <= share,
    pick: (items) => items[int(0, Math.max(items.length - 1, 0))],
    day,
    dayFrom: (from) => laterOf(from, day()),
  };
}

/** Minor units of an amount, written with all the decimals of its currency. */
export const minorOf = (amount: string): number => Number(amount.replace('.', ''));

/** An amount of so many minor units, in a currency of two decimals unless said otherwise. */
export function amountOf(minor: number, currency = 'EUR'): string {
  return moneyJson(BigInt(minor), currency as Currency).amount;
}
