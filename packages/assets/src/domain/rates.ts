import { type Decimal, divide, one, subtract } from '@atlas/kernel';
import type { AssetTerms } from './terms.ts';

/** Rates are percentages with three decimals. */
const scale = 5;

type RateTerms = Pick<AssetTerms, 'costMinor' | 'salvageMinor' | 'periods' | 'monthsPerPeriod'>;

/** Some multiple of the straight-line rate: 200 % of it is double declining. */
function timesStraight(multiple: bigint, { periods, monthsPerPeriod }: RateTerms): Decimal {
  const rate = divide(
    { coefficient: 12n * multiple, scale: 0 },
    { coefficient: BigInt(periods * monthsPerPeriod), scale: 0 },
    scale,
  );
  return rate.coefficient > 10n ** BigInt(scale) ? one : rate;
}

/**
 * The rate that brings the cost down to the salvage value over the useful life: 1 − (salvage ÷ cost) ^ (1 ÷ years), the root
 * found by halving, in whole numbers.
 */
function towardsSalvage({ costMinor, salvageMinor, periods, monthsPerPeriod }: RateTerms): Decimal {
  const months = BigInt(periods * monthsPerPeriod);
  const unit = 10n ** BigInt(scale + 1);
  const most = salvageMinor ** 12n * unit ** months;
  let kept = 0n;
  let above = unit + 1n;
  while (above - kept > 1n) {
    const middle = (kept + above) / 2n;
    if (middle ** months * costMinor ** 12n <= most) kept = middle;
    else above = middle;
  }
  return subtract(one, { coefficient: (kept + 5n) / 10n, scale });
}

/** Share of the book value that a declining method writes off a year. */
export function yearlyRateOf(terms: AssetTerms): Decimal {
  if (terms.yearlyRate) return terms.yearlyRate;
  if (terms.method === 'written_down_value') return towardsSalvage(terms);
  return timesStraight(terms.method === 'double_declining_balance' ? 2n : 1n, terms);
}
