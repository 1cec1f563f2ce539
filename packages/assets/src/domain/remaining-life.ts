import { addDays, type BusinessDate, daysBetween } from '@atlas/kernel';
import { type Fraction, fraction } from './fraction.ts';
import { endOfLife, firstDayOf, monthsOf, periodEnd } from './spans.ts';
import type { AssetTerms } from './terms.ts';

/** Number of the first period in use: below zero where periods were booked elsewhere. */
const firstOf = ({ openingPeriods }: AssetTerms): number => -openingPeriods;

/** Whether the first period was in use from its first day on: then all of them are whole. */
const beganWhole = (terms: AssetTerms, first: number): boolean => addDays(periodEnd(terms, first - 1), 1) === terms.availableOn;

/**
 * Months of the useful life that are left before a period. Whole periods count as they are; after one that was not, what is booked
 * counts in average months of 365 ÷ 12 days, or in calendar months where those decide.
 */
export function monthsLeft(terms: AssetTerms, index: number): Fraction {
  const life = terms.periods * terms.monthsPerPeriod;
  const first = firstOf(terms);
  if (index === first) return fraction(life);
  if (beganWhole(terms, first)) return fraction(life - (index - first) * terms.monthsPerPeriod);
  if (terms.proRata === 'months') {
    return fraction(life - monthsOf(terms, first) - (index - first - 1) * terms.monthsPerPeriod);
  }
  const booked = daysBetween(firstDayOf(terms, first), periodEnd(terms, index - 1)) + 1;
  return fraction(365 * life - 12 * booked, 365);
}

/** Days of the useful life that are left before a period. */
export function daysLeft(terms: AssetTerms, index: number): number {
  const from: BusinessDate = index === firstOf(terms) ? terms.availableOn : addDays(periodEnd(terms, index - 1), 1);
  return daysBetween(from, endOfLife(terms));
}
