import { AtlasError, addDays, addMonths, type BusinessDate, type Period, present } from '@atlas/kernel';

/** More than a lifetime of books is a typing error. */
const maxYears = 100;

/**
 * How a fiscal year is divided: into twelve months; into twelve months of which the last ends a day early, because the last
 * day is a period of its own for adjustments; or into thirteen periods of four weeks.
 */
export const yearLayouts = ['months', 'months_and_last_day', 'four_weeks'] as const;
export type YearLayout = (typeof yearLayouts)[number];

export type PlannedYear = {
  readonly name: string;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  readonly layout: YearLayout;
  readonly periods: readonly Period[];
};

/** A fiscal year is called by the calendar year that it lies in, or by both when it spans two: 2025, 2025/26. */
function fiscalYearName({ startsOn, endsOn }: Period): string {
  const [first, last] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  return first === last ? first : `${first}/${last.slice(2)}`;
}

/** Twelve months from any day on; where a month is too short for that day, it ends on its last. */
const monthsFrom = (startsOn: BusinessDate): Period[] =>
  Array.from({ length: 12 }, (_, index) => ({
    startsOn: addMonths(startsOn, index),
    endsOn: addDays(addMonths(startsOn, index + 1), -1),
  }));

function monthsAndLastDay(startsOn: BusinessDate): Period[] {
  const months = monthsFrom(startsOn);
  const last = present(months.pop(), 'a year has months');
  return [
    ...months,
    { startsOn: last.startsOn, endsOn: addDays(last.endsOn, -1) },
    { startsOn: last.endsOn, endsOn: last.endsOn },
  ];
}

/** Thirteen times four weeks; a year of 53 weeks has the odd one in its last period. */
const fourWeeksFrom = (startsOn: BusinessDate, weeks: 52 | 53): Period[] =>
  Array.from({ length: 13 }, (_, index) => ({
    startsOn: addDays(startsOn, index * 28),
    endsOn: addDays(startsOn, (index === 12 ? weeks * 7 : (index + 1) * 28) - 1),
  }));

/** One fiscal year, from any day on. */
export function plannedYear(startsOn: BusinessDate, layout: YearLayout = 'months', weeks: 52 | 53 = 52): PlannedYear {
  const periods =
    layout === 'four_weeks'
      ? fourWeeksFrom(startsOn, weeks)
      : layout === 'months_and_last_day'
        ? monthsAndLastDay(startsOn)
        : monthsFrom(startsOn);
  const { endsOn } = present(periods.at(-1), 'a year has periods');
  return { name: fiscalYearName({ startsOn, endsOn }), startsOn, endsOn, layout, periods };
}

/**
 * The fiscal years from a first day up to the one after `today`, so that postings of the coming year find their period.
 *
 * @throws AtlasError `accounting.too_many_years`
 */
export function plannedYears(booksStartOn: BusinessDate, today: BusinessDate, layout: YearLayout = 'months'): PlannedYear[] {
  const years: PlannedYear[] = [];
  const until = addMonths(today, 12);
  for (let startsOn = booksStartOn; startsOn <= until || years.length === 0; ) {
    if (years.length === maxYears)
      throw new AtlasError('accounting.too_many_years', `Books cannot start more than ${maxYears} years ago.`);
    const year = plannedYear(startsOn, layout);
    years.push(year);
    startsOn = addDays(year.endsOn, 1);
  }
  return years;
}
