import { type BusinessDate, daysBetween } from '@atlas/kernel';

/** When a level is reached; levels are numbered from 1 in the order in which they follow one another. */
export type DunningStep = {
  /** So many days after an item was due. */
  readonly daysOverdue: number;
  /** And so many days after its last reminder. */
  readonly daysBetween: number;
};

/** What an item was reminded of last: taken from reminders that stand. */
export type LastReminder = { readonly level: number; readonly date: BusinessDate };

/** What is wrong with levels, or null. Each one comes later than the one before it. */
export function wrongWithSteps(steps: readonly DunningStep[]): { readonly index: number; readonly message: string } | null {
  const index = steps.findIndex(({ daysOverdue }, at) => daysOverdue <= (steps[at - 1]?.daysOverdue ?? 0));
  return index === -1 ? null : { index, message: 'each level is more days overdue than the one before it' };
}

/**
 * The level that an item is reminded of on a day, or null when it is not its turn. The highest one that its days overdue reach,
 * above the last one: a level is never given twice, and one is passed over only where the days say so.
 */
export function nextLevel(
  steps: readonly DunningStep[],
  { dueOn, last }: { readonly dueOn: BusinessDate; readonly last: LastReminder | null },
  asOf: BusinessDate,
): number | null {
  const overdue = daysBetween(dueOn, asOf);
  const since = last && daysBetween(last.date, asOf);
  const reached = steps.flatMap((step, index) => {
    const isLater = index + 1 > (last?.level ?? 0);
    const isTime = since === null || since >= step.daysBetween;
    return isLater && isTime && overdue >= step.daysOverdue ? [index + 1] : [];
  });
  return reached.at(-1) ?? null;
}
