import {
  addDays,
  addMonths,
  type BusinessDate,
  coverByMonths,
  daysInMonth,
  type Period,
  partsOf,
  startOfMonth,
  startOfYear,
} from '@atlas/kernel';

/** What balances are kept of: single days, thirds of a month (from the 1st, the 11th and the 21st), months, years, and ever. */
export type Grain = 'day' | 'third' | 'month' | 'year' | 'ever';

/** Kept balances of one grain that begin on some days, to be added (1) or taken away (-1). */
export type BalanceSpan = Period & { readonly grain: Grain; readonly sign: 1 | -1 };

const [firstDay, lastDay] = ['0001-01-01', '9999-12-31'] as const;
const lastYear = 9999;

/** Everything up to a day: books may begin at any time. */
export const untilDay = (endsOn: BusinessDate): Period => ({ startsOn: firstDay, endsOn });

type Part = { readonly spans: readonly BalanceSpan[] /** Whether the whole is needed beside them. */; readonly whole: 0 | 1 };

/** The first `count` units of a whole: one by one, or the whole without the others, whichever are fewer. */
function firstOf(grain: Grain, units: readonly BusinessDate[], count: number): Part {
  const whole = count * 2 > units.length ? 1 : 0;
  const run = whole === 1 ? units.slice(count) : units.slice(0, count);
  const [startsOn, endsOn] = [run[0], run.at(-1)];
  return { whole, spans: startsOn && endsOn ? [{ grain, startsOn, endsOn, sign: whole === 1 ? -1 : 1 }] : [] };
}

const daysFrom = (start: BusinessDate, count: number): BusinessDate[] =>
  Array.from({ length: count }, (_, index) => addDays(start, index));

/** Everything up to a day, as everything there is without what comes after: that is little where books end today. */
function spansUntil(day: BusinessDate): BalanceSpan[] {
  const [year, month, dayOfMonth] = partsOf(day);
  const third = Math.min(Math.floor((dayOfMonth - 1) / 10), 2);
  const thirds = [0, 10, 20].map((days) => addDays(startOfMonth(day), days));
  const lengths = [10, 10, daysInMonth(year, month) - 20];
  const days = firstOf(
    'day',
    daysFrom(addDays(startOfMonth(day), third * 10), lengths[third] as number),
    dayOfMonth - third * 10,
  );
  const ofMonth = firstOf('third', thirds, third + days.whole);
  const months = Array.from({ length: 12 }, (_, index) => addMonths(startOfYear(day), index));
  const ofYear = firstOf('month', months, month - 1 + ofMonth.whole);
  const spans: BalanceSpan[] = [{ grain: 'ever', startsOn: firstDay, endsOn: firstDay, sign: 1 }];
  const yearsAfter = ofYear.whole === 1 ? year + 1 : year;
  if (yearsAfter <= lastYear)
    spans.push({ grain: 'year', startsOn: `${String(yearsAfter).padStart(4, '0')}-01-01`, endsOn: lastDay, sign: -1 });
  return [...spans, ...ofYear.spans, ...ofMonth.spans, ...days.spans];
}

/** Whole months of a range and the single days at its ends. */
export function spansWithin(period: Period): BalanceSpan[] {
  const { months, days } = coverByMonths(period);
  const spans = days.map((run): BalanceSpan => ({ grain: 'day', ...run, sign: 1 }));
  return months ? [...spans, { grain: 'month', ...months, sign: 1 }] : spans;
}

/** The kept balances that make up a range. */
export const spansOf = (period: Period): BalanceSpan[] =>
  period.startsOn === firstDay ? spansUntil(period.endsOn) : spansWithin(period);
