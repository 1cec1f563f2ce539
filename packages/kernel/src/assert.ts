/** A promise the program made to itself was broken: a bug, never bad input. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Holds an invariant of the program. Throws {@link AssertionError}, which is a 500 and an alarm. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** Narrows away `null` and `undefined` where the program knows better than the compiler. */
export function present<T>(value: T | null | undefined, message: string): T {
  assert(value !== null && value !== undefined, message);
  return value;
}
