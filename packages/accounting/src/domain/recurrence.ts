import { addDays, addMonths, type BusinessDate, daysBetween, endOfMonth, monthsBetween, startOfMonth } from '@atlas/kernel';

/** How often something comes: every so many weeks, months (on the day of the first), or ends of months. */
export type Recurrence = {
  readonly everyCount: number;
  readonly everyUnit: 'week' | 'month' | 'month_end';
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate | null;
};

/** The nth date, counted from the first one: a 31st that was shortened by February is a 31st again in March. */
function nth({ everyCount, everyUnit, startsOn }: Recurrence, index: number): BusinessDate {
  if (everyUnit === 'week') return addDays(startsOn, 7 * everyCount * index);
  if (everyUnit === 'month') return addMonths(startsOn, everyCount * index);
  return endOfMonth(addMonths(startOfMonth(startsOn), everyCount * index));
}

const within = ({ endsOn }: Recurrence, date: BusinessDate): BusinessDate | null =>
  endsOn === null || date <= endsOn ? date : null;

/** The first date; null when even that is too late. */
export const firstDate = (recurrence: Recurrence): BusinessDate | null => within(recurrence, nth(recurrence, 0));

/** The first date after a day; null when there is none any more. */
export function dateAfter(recurrence: Recurrence, day: BusinessDate): BusinessDate | null {
  const { everyCount, everyUnit, startsOn } = recurrence;
  const passed =
    everyUnit === 'week'
      ? Math.floor(daysBetween(startsOn, day) / (7 * everyCount))
      : Math.floor(monthsBetween(startsOn, day) / everyCount);
  let index = Math.max(0, passed);
  while (nth(recurrence, index) <= day) index += 1;
  return within(recurrence, nth(recurrence, index));
}
