import { addDays, addMonths, type BusinessDate, dayNumber, endOfMonth, startOfMonth } from '@atlas/kernel';

/** A month of the story, or the part of it that has passed. */
export type Month = {
  readonly index: number;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  readonly whole: boolean;
};

/** Months of the demo: two years before the current one, and the current one up to `until`. */
export function monthsUpTo(until: BusinessDate): Month[] {
  const first = addMonths(startOfMonth(until), -24);
  return Array.from({ length: 25 }, (_, index) => {
    const startsOn = addMonths(first, index);
    const last = endOfMonth(startsOn);
    return { index, startsOn, endsOn: last < until ? last : until, whole: last <= until };
  });
}

/** Monday to Friday; 1970-01-01 was a Thursday. */
const isWorkday = (date: BusinessDate): boolean => ![0, 6].includes((dayNumber(date) + 4) % 7);

/** The days from one to another on which people work, both ends included. */
export function workdays(from: BusinessDate, to: BusinessDate): BusinessDate[] {
  const days: BusinessDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(day)) days.push(day);
  return days;
}

/** The day itself when people work on it, otherwise the next one on which they do. */
export function workdayFrom(date: BusinessDate): BusinessDate {
  let day = date;
  while (!isWorkday(day)) day = addDays(day, 1);
  return day;
}
