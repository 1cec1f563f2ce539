import { daysOfFiscalYear } from './fiscal-days.ts';
import { dividedBy, type Fraction, fraction, times } from './fraction.ts';
import { daysLeft, monthsLeft } from './remaining-life.ts';
import type { Span } from './spans.ts';
import type { AssetTerms } from './terms.ts';

/**
 * Straight line: what is left to write off, evenly over what is left of the useful life.
 *
 * @param valueMinor book value before the period
 * @param index number of the first period that is planned
 */
export function straightLine(terms: AssetTerms, valueMinor: bigint, index: number): (span: Span) => Fraction {
  const left = fraction(valueMinor - terms.salvageMinor);
  if (terms.proRata === 'days_of_life') {
    const days = Math.max(1, daysLeft(terms, index));
    return (span) => times(left, fraction(span.days, days));
  }
  const months = monthsLeft(terms, index);
  const perMonth = months.over > 0n ? dividedBy(left, months) : left;
  if (terms.proRata === 'days_of_year') {
    return (span) =>
      times(times(perMonth, fraction(12)), fraction(span.days, daysOfFiscalYear(span.endsOn, terms.fiscalYearStartsIn)));
  }
  return (span) => times(times(perMonth, fraction(terms.monthsPerPeriod)), span.share);
}
