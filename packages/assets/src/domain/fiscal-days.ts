import { addMonths, type BusinessDate, businessDate, daysBetween, partsOf } from '@atlas/kernel';

/** First day of the fiscal year of a date. */
export function fiscalYearOf(date: BusinessDate, startsIn: number): BusinessDate {
  const [year, month] = partsOf(date);
  const begun = month >= startsIn ? year : year - 1;
  return businessDate(`${String(begun).padStart(4, '0')}-${String(startsIn).padStart(2, '0')}-01`);
}

/** 365 or 366. */
export function daysOfFiscalYear(date: BusinessDate, startsIn: number): number {
  const start = fiscalYearOf(date, startsIn);
  return daysBetween(start, addMonths(start, 12));
}
