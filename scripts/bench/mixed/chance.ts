/** A whole number from `low` up to and including `high`. */
export const between = (low: number, high: number): number => low + Math.floor(Math.random() * (high - low + 1));

export const pick = <T>(values: readonly T[]): T => values[between(0, values.length - 1)] as T;

/** One of the last five: what everybody is working on. */
export const recent = <T>(values: readonly T[]): T | undefined => (values.length === 0 ? undefined : pick(values.slice(-5)));

/** One of the values, as often as its weight says. */
export function weighted<T>(values: readonly (readonly [weight: number, value: T])[]): T {
  let left = Math.random() * values.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, value] of values) {
    left -= weight;
    if (left < 0) return value;
  }
  return (values.at(-1) as readonly [number, T])[1];
}

/** A pause whose mean is given, short ones being frequent: arrivals then come like those of people. At most five times the mean. */
export const pause = (meanMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(-Math.log(1 - Math.random()), 5) * meanMs));
