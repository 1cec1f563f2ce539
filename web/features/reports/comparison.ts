import { addDays, addMonths, type BusinessDate, daysBetween, endOfMonth, startOfMonth } from '@atlas/kernel';
import type { Range } from './presets.ts';

export const comparisons = ['none', 'previous', 'year'] as const;
export type Comparison = (typeof comparisons)[number];

export const comparisonOf = (text: string | null): Comparison => comparisons.find((each) => each === text) ?? 'none';

const isMonthEnd = (day: BusinessDate): boolean => endOfMonth(day) === day;

/** Shifts a range by whole months; the end of a month stays the end of a month. */
function shifted({ from, to }: Range, months: number): Range {
  const end = addMonths(to, months);
  return { from: addMonths(from, months), to: isMonthEnd(to) ? endOfMonth(end) : end };
}

/** How many whole months a range is, 0 when it is not made of whole months. */
function wholeMonths({ from, to }: Range): number {
  if (startOfMonth(from) !== from || !isMonthEnd(to)) return 0;
  let count = 1;
  while (endOfMonth(addMonths(from, count - 1)) < to) count++;
  return count;
}

/** The period that a range is compared with: of the same length just before, or the same days a year earlier. */
export function comparedRange(range: Range, comparison: Exclude<Comparison, 'none'>): Range {
  if (comparison === 'year') return shifted(range, -12);
  const months = wholeMonths(range);
  if (months > 0) return shifted(range, -months);
  const length = daysBetween(range.from, range.to);
  const to = addDays(range.from, -1);
  return { from: addDays(to, -length), to };
}
