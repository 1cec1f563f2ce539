import { assert } from './assert.ts';

/**
 * How a division that does not come out even is settled. `half-away-from-zero` is commercial rounding (EN 16931,
 * DIN 1333) and the default everywhere; the others exist because a law or a counterpart may demand them.
 */
export type Rounding =
  | 'half-away-from-zero'
  | 'half-even'
  | 'half-toward-zero'
  | 'toward-zero'
  | 'away-from-zero'
  | 'floor'
  | 'ceiling';

const roundsAway: Record<Rounding, (twiceRemainder: bigint, divisor: bigint, odd: boolean, negative: boolean) => boolean> = {
  'half-away-from-zero': (twice, divisor) => twice >= divisor,
  'half-even': (twice, divisor, odd) => twice > divisor || (twice === divisor && odd),
  'half-toward-zero': (twice, divisor) => twice > divisor,
  'toward-zero': () => false,
  'away-from-zero': () => true,
  floor: (_twice, _divisor, _odd, negative) => negative,
  ceiling: (_twice, _divisor, _odd, negative) => !negative,
};

/**
 * The one division of Atlas: `numerator / denominator` to a whole number, by a named rounding.
 *
 * @throws AssertionError when the denominator is zero.
 */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding = 'half-away-from-zero'): bigint {
  assert(denominator !== 0n, 'division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const size = numerator < 0n ? -numerator : numerator;
  const divisor = denominator < 0n ? -denominator : denominator;
  const quotient = size / divisor;
  const remainder = size % divisor;
  const away = remainder !== 0n && roundsAway[rounding](remainder * 2n, divisor, quotient % 2n === 1n, negative);
  const magnitude = away ? quotient + 1n : quotient;
  return negative ? -magnitude : magnitude;
}
