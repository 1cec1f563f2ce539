import { addDays, addMonths, type BusinessDate, daysBetween, endOfMonth, laterOf, monthsBetween } from '@atlas/kernel';
import { type Fraction, fraction } from './fraction.ts';
import type { AssetTerms } from './terms.ts';

/** A period of the useful life, with the share of a whole period that it is. */
export type Span = {
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  readonly days: number;
  readonly share: Fraction;
};

/** Months later; from the last day of a month it is the last day again. */
export const monthsLater = (date: BusinessDate, months: number): BusinessDate =>
  date === endOfMonth(date) ? endOfMonth(addMonths(date, months)) : addMonths(date, months);

/** End of a period by its number; 0 is the first in these books, those before were booked elsewhere. */
export const periodEnd = ({ firstPeriodEndsOn, monthsPerPeriod }: AssetTerms, index: number): BusinessDate =>
  monthsLater(firstPeriodEndsOn, index * monthsPerPeriod);

/** The day on which the useful life is over. */
export const endOfLife = ({ availableOn, periods, monthsPerPeriod }: AssetTerms): BusinessDate =>
  monthsLater(availableOn, periods * monthsPerPeriod);

/** First day in use of a period. */
export const firstDayOf = (terms: AssetTerms, index: number): BusinessDate =>
  laterOf(addDays(periodEnd(terms, index - 1), 1), terms.availableOn);

/** Calendar months in use of a period; its first month counts whole. */
export const monthsOf = (terms: AssetTerms, index: number): number =>
  Math.min(terms.monthsPerPeriod, monthsBetween(firstDayOf(terms, index), periodEnd(terms, index)) + 1);

function spanOf(terms: AssetTerms, index: number): Span {
  const endsOn = periodEnd(terms, index);
  const startsOn = firstDayOf(terms, index);
  const whole = daysBetween(periodEnd(terms, index - 1), endsOn);
  const days = Math.min(whole, daysBetween(startsOn, endsOn) + 1);
  const share = terms.proRata === 'months' ? fraction(monthsOf(terms, index), terms.monthsPerPeriod) : fraction(days, whole);
  return { startsOn, endsOn, days, share };
}

/** What is left of the useful life after its last whole period, because the first one was shorter; or nothing. */
function rest(terms: AssetTerms, last: BusinessDate): Span[] {
  const startsOn = addDays(last, 1);
  const byMonths = terms.proRata === 'months';
  const months = terms.monthsPerPeriod - monthsOf(terms, -terms.openingPeriods);
  const endsOn = byMonths ? monthsLater(last, months) : endOfLife(terms);
  if (byMonths ? months === 0 : endsOn <= startsOn) return [];
  return [{ startsOn, endsOn, days: daysBetween(startsOn, endsOn), share: fraction(1) }];
}

/** The periods that are written off in these books. */
export function spansOf(terms: AssetTerms): Span[] {
  const whole = Array.from({ length: terms.periods - terms.openingPeriods }, (_, index) => spanOf(terms, index));
  const last = whole.at(-1);
  return last ? [...whole, ...rest(terms, last.endsOn)] : [];
}
