import { AtlasError } from './errors.ts';

declare const dateBrand: unique symbol;
/** A day in the books, `YYYY-MM-DD` in the proleptic Gregorian calendar. No time, no zone; text order is date order. */
export type BusinessDate = string & { readonly [dateBrand]?: true };

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** @param month 1 to 12 */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Text order is date order only while years have four digits. @throws AtlasError `invalid_date` beyond them */
function text(year: number, month: number, day: number): BusinessDate {
  if (year < 1 || year > 9999) throw new AtlasError('invalid_date', 'there are no days before the year 1 or after 9999');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as BusinessDate;
}

/** True for a day that exists: 2023-02-29 does not. Years 0001 to 9999. */
export function isBusinessDate(value: string): value is BusinessDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const [year, month, day] = partsOf(value);
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month);
}

/** @throws AtlasError `invalid_date` */
export function businessDate(value: string): BusinessDate {
  if (!isBusinessDate(value)) throw new AtlasError('invalid_date', `"${value.slice(0, 40)}" is not a day (YYYY-MM-DD)`);
  return value;
}

/** Year, month (1 to 12) and day of a date. */
export function partsOf(date: BusinessDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** Days since 1970-01-01. Howard Hinnant's `days_from_civil`, a published algorithm. */
export function dayNumber(date: BusinessDate): number {
  const [year, month, day] = partsOf(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of {@link dayNumber}. */
export function dateOfDayNumber(number: number): BusinessDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return text(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export const addDays = (date: BusinessDate, days: number): BusinessDate => dateOfDayNumber(dayNumber(date) + days);

/** Whole months later; the 31st becomes the last day of a shorter month. */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const [year, month, day] = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return text(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Calendar months from the month of one day to that of another. */
export function monthsBetween(from: BusinessDate, to: BusinessDate): number {
  const [fromYear, fromMonth] = partsOf(from);
  const [toYear, toMonth] = partsOf(to);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

export const daysBetween = (from: BusinessDate, to: BusinessDate): number => dayNumber(to) - dayNumber(from);

/** The later of two days. */
export const laterOf = (a: BusinessDate, b: BusinessDate): BusinessDate => (a < b ? b : a);

export const startOfMonth = (date: BusinessDate): BusinessDate => `${date.slice(0, 8)}01` as BusinessDate;

export function endOfMonth(date: BusinessDate): BusinessDate {
  const [year, month] = partsOf(date);
  return text(year, month, daysInMonth(year, month));
}

export const startOfYear = (date: BusinessDate): BusinessDate => `${date.slice(0, 4)}-01-01` as BusinessDate;

/** The UTC day of an instant given as RFC 3339 text. */
export const dayOfInstant = (instant: string): BusinessDate => businessDate(instant.slice(0, 10));

/** The first letters of the months, in English and in German. */
const monthNames = ['jan', 'feb', 'mar mär mrz', 'apr', 'may mai', 'jun', 'jul', 'aug', 'sep', 'oct okt', 'nov', 'dec dez'];

/** The number of a month by its name, whole or cut off after three letters or more: `Sept`, `MÄRZ`. Null when it is none. */
export function monthNamed(name: string): number | null {
  const start = name.toLowerCase().slice(0, 3);
  const index = monthNames.findIndex((names) => names.split(' ').includes(start));
  return index < 0 ? null : index + 1;
}
