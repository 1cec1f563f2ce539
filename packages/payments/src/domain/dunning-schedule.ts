import { addDays, type BusinessDate, businessDate, daysBetween, endOfMonth, partsOf } from '@atlas/kernel';

/** When runs are proposed: on a day of the week (1 is Monday), or of the month, in shorter months on the last. */
export type DunningRhythm = { readonly every: 'off' | 'week' | 'month'; readonly day: number };

/** A Monday. */
const monday = businessDate('2024-01-01');

const isWeekday = (date: BusinessDate, day: number): boolean => (((daysBetween(monday, date) % 7) + 7) % 7) + 1 === day;

function isDayOfMonth(date: BusinessDate, day: number): boolean {
  const [, , own] = partsOf(date);
  return own === day || (own < day && date === endOfMonth(date));
}

/** The first day of a rhythm that is not before another; null when it is off. */
export function dunningDayFrom({ every, day }: DunningRhythm, from: BusinessDate): BusinessDate | null {
  if (every === 'off') return null;
  const isIts = every === 'week' ? isWeekday : isDayOfMonth;
  let date = from;
  while (!isIts(date, day)) date = addDays(date, 1);
  return date;
}
