import { addMonths, businessDate, endOfMonth, isBusinessDate, startOfMonth } from '@atlas/kernel';

export type Range = { from: string; to: string };

export const monthsShown = 24;

/** The year that was chosen, otherwise the two years up to the newest document. */
export function rangeOf(newest: string, year: string | null): Range {
  if (year !== null && isBusinessDate(`${year}-01-01`)) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const to = endOfMonth(businessDate(newest));
  return { from: startOfMonth(addMonths(to, 1 - monthsShown)), to };
}
