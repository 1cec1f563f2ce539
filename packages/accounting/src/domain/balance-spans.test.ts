import {
  addDays,
  type BusinessDate,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  endOfMonth,
  partsOf,
  periodContains,
} from '@atlas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BalanceSpan, type Grain, spansOf, untilDay } from './balance-spans.ts';

const near = fc.integer({ min: dayNumber('2019-12-01'), max: dayNumber('2025-02-28') }).map(dateOfDayNumber);

/** Where the unit of a grain begins that a day lies in, told without the code under test. */
function unitOf(grain: Grain, day: BusinessDate): BusinessDate {
  const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
  if (grain === 'third') return `${month}-${day.slice(8) < '11' ? '01' : day.slice(8) < '21' ? '11' : '21'}`;
  return { day, month: `${month}-01`, year: `${year}-01-01`, ever: '0001-01-01' }[grain];
}

/** How often the movements of a day are counted. */
const timesOf = (day: BusinessDate, spans: readonly BalanceSpan[]): number =>
  spans.reduce((times, span) => times + (periodContains(span, unitOf(span.grain, day)) ? span.sign : 0), 0);

const daysAround = (date: BusinessDate): BusinessDate[] => {
  const [year, month] = partsOf(date);
  return [-800, -366, -40, -12, -1, 0, 1, 9, 11, 45, 400]
    .map((days) => addDays(date, days))
    .concat([endOfMonth(date), `${year}-01-01`, `${year}-12-31`, addDays(date, -daysInMonth(year, month))]);
};

describe('the kept balances of a range', () => {
  it('count each day until its end exactly once, and none after it', () => {
    fc.assert(
      fc.property(near, near, (end, other) => {
        for (const day of [other, ...daysAround(end)]) expect(timesOf(day, spansOf(untilDay(end)))).toBe(day <= end ? 1 : 0);
      }),
    );
  });

  it('count each day within it exactly once, and none around it', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 900 }), (startsOn, length) => {
        const range = { startsOn, endsOn: addDays(startsOn, length) };
        for (const day of [...daysAround(startsOn), ...daysAround(range.endsOn)])
          expect(timesOf(day, spansOf(range))).toBe(periodContains(range, day) ? 1 : 0);
      }),
    );
  });

  it('begin and end with the calendar', () => {
    expect(spansOf(untilDay('9999-12-31'))).toEqual([{ grain: 'ever', startsOn: '0001-01-01', endsOn: '0001-01-01', sign: 1 }]);
    expect(timesOf('0001-01-01', spansOf(untilDay('0001-01-01')))).toBe(1);
    expect(timesOf('0001-01-02', spansOf(untilDay('0001-01-01')))).toBe(0);
  });
});
