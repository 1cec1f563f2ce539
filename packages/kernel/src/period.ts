import { addDays, type BusinessDate, daysInMonth, endOfMonth, monthsBetween, partsOf, startOfMonth } from './business-date.ts';
import { AtlasError } from './errors.ts';

/** A run of days, both ends included. */
export type Period = { readonly startsOn: BusinessDate; readonly endsOn: BusinessDate };

/** @throws AtlasError `invalid_period` when it would end before it starts */
export function period(startsOn: BusinessDate, endsOn: BusinessDate): Period {
  if (endsOn < startsOn) throw new AtlasError('invalid_period', `a period cannot end (${endsOn}) before it starts (${startsOn})`);
  return { startsOn, endsOn };
}

export const periodContains = ({ startsOn, endsOn }: Period, date: BusinessDate): boolean => startsOn <= date && date <= endsOn;

export const monthOf = (date: BusinessDate): Period => ({ startsOn: startOfMonth(date), endsOn: endOfMonth(date) });

/** How a range is covered by whole calendar months and the single days left at its ends. */
export type Cover = { readonly months: Period | null; readonly days: readonly Period[] };

const isMonthEnd = (date: BusinessDate): boolean => {
  const [year, month, day] = partsOf(date);
  return day === daysInMonth(year, month);
};

/**
 * Splits a range into one run of whole calendar months and at most two runs of single days, so that a report can read
 * month balances wherever it can and day balances only at the edges.
 */
export function coverByMonths({ startsOn, endsOn }: Period): Cover {
  const beginsWhole = startsOn === startOfMonth(startsOn);
  const endsWhole = isMonthEnd(endsOn);
  const wholeMonths = monthsBetween(startsOn, endsOn) + 1 - (beginsWhole ? 0 : 1) - (endsWhole ? 0 : 1);
  if (wholeMonths < 1) return { months: null, days: [{ startsOn, endsOn }] };
  const firstWhole = beginsWhole ? startsOn : addDays(endOfMonth(startsOn), 1);
  const lastWhole = endsWhole ? endsOn : addDays(startOfMonth(endsOn), -1);
  const days: Period[] = [];
  if (startsOn < firstWhole) days.push({ startsOn, endsOn: addDays(firstWhole, -1) });
  if (lastWhole < endsOn) days.push({ startsOn: addDays(lastWhole, 1), endsOn });
  return { months: { startsOn: firstWhole, endsOn: lastWhole }, days };
}
