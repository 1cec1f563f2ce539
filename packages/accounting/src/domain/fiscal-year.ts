import { AtlasError, addMonths, type BusinessDate, fiscalMonths, type Period } from '@atlas/kernel';

/** More than a lifetime of books is a typing error. */
const maxYears = 100;

export type PlannedYear = { readonly name: string; readonly startsOn: BusinessDate; readonly months: readonly Period[] };

/** A fiscal year is called by the calendar year it begins in, or both when it spans two: 2025, 2025/26. */
export function fiscalYearName(startsOn: BusinessDate): string {
  const year = startsOn.slice(0, 4);
  return startsOn.slice(5, 7) === '01' ? year : `${year}/${String((Number(year) + 1) % 100).padStart(2, '0')}`;
}

/** One fiscal year. @throws AtlasError `invalid_period` unless it starts on a first */
export const plannedYear = (startsOn: BusinessDate): PlannedYear => ({
  name: fiscalYearName(startsOn),
  startsOn,
  months: fiscalMonths(startsOn),
});

/**
 * The fiscal years from a first day up to the one after `today`, so that postings of the coming year find their period.
 *
 * @throws AtlasError `invalid_period`, `accounting.too_many_years`
 */
export function plannedYears(booksStartOn: BusinessDate, today: BusinessDate): PlannedYear[] {
  const years: PlannedYear[] = [];
  for (let startsOn = booksStartOn; startsOn <= addMonths(today, 12) || years.length === 0; startsOn = addMonths(startsOn, 12)) {
    if (years.length === maxYears)
      throw new AtlasError('accounting.too_many_years', `Books cannot start more than ${maxYears} years ago.`);
    years.push(plannedYear(startsOn));
  }
  return years;
}
