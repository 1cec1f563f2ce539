import { daysOfFiscalYear, fiscalYearOf } from './fiscal-days.ts';
import { type Fraction, fraction, fractionOf, times } from './fraction.ts';
import { yearlyRateOf } from './rates.ts';
import type { Span } from './spans.ts';
import type { AssetTerms } from './terms.ts';

const byDay = new Set(['days_of_life', 'days_of_year']);

/** Declining balances: a share of the book value at the start of each fiscal year. */
export function declining(terms: AssetTerms): (span: Span, valueMinor: bigint) => Fraction {
  const rate = fractionOf(yearlyRateOf(terms));
  const { fiscalYearStartsIn, monthsPerPeriod } = terms;
  let year = '';
  let ofYear = fraction(0);
  return (span, valueMinor) => {
    const current = fiscalYearOf(span.endsOn, fiscalYearStartsIn);
    if (current !== year) {
      year = current;
      ofYear = times(fraction(valueMinor), rate);
    }
    if (byDay.has(terms.proRata)) return times(ofYear, fraction(span.days, daysOfFiscalYear(span.endsOn, fiscalYearStartsIn)));
    return times(times(ofYear, fraction(monthsPerPeriod, 12)), span.share);
  };
}
