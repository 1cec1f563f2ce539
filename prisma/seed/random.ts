/** Chance that is the same on every machine: a stream of numbers that follows from its seed. */
export type Random = {
  /** From 0 up to, not including, 1. */
  share(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the items, the likelier the more it weighs. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T;
};

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, good enough to look like life. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function randomOf(seed: number): Random {
  const share = mulberry32(seed);
  const weighted = <T>(items: readonly T[], weightOf: (item: T) => number): T => {
    let left = share() * items.reduce((sum, item) => sum + weightOf(item), 0);
    for (const item of items) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    const last = items.at(-1);
    if (last === undefined) throw new Error('there is nothing to choose from');
    return last;
  };
  return {
    share,
    whole: (low, high) => low + Math.floor(share() * (high - low + 1)),
    chance: (probability) => share() < probability,
    pick: (items) => weighted(items, () => 1),
    weighted,
  };
}
