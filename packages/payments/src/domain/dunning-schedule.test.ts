import { addDays, businessDate } from '@atlas/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dunningDayFrom } from './dunning-schedule.ts';

it.each([
  ['week', 1, '2026-04-25', '2026-04-27'],
  ['week', 6, '2026-04-25', '2026-04-25'],
  ['week', 5, '2026-04-25', '2026-05-01'],
  ['week', 7, '2019-12-30', '2020-01-05'],
  ['month', 15, '2026-04-15', '2026-04-15'],
  ['month', 15, '2026-04-16', '2026-05-15'],
  ['month', 31, '2026-04-02', '2026-04-30'],
  ['month', 30, '2026-02-01', '2026-02-28'],
  ['month', 29, '2028-02-29', '2028-02-29'],
  ['month', 31, '2026-02-28', '2026-02-28'],
  ['off', 1, '2026-04-25', null],
] as const)('each %s on day %s, not before %s, it is %s', (every, day, from, expected) => {
  expect(dunningDayFrom({ every, day }, businessDate(from))).toBe(expected);
});

it('comes once a month, and once in seven days', () => {
  const start = businessDate('2020-01-01');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 7 }), fc.nat(4000), (day, weekday, after) => {
      const from = addDays(start, after);
      const monthly = dunningDayFrom({ every: 'month', day }, from) ?? '';
      const next = dunningDayFrom({ every: 'month', day }, addDays(businessDate(monthly), 1)) ?? '';
      const [year = 0, month = 0] = monthly.split('-').map(Number);
      expect(next.slice(0, 7)).toBe(month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`);
      const weekly = dunningDayFrom({ every: 'week', day: weekday }, from);
      expect(dunningDayFrom({ every: 'week', day: weekday }, addDays(weekly ?? start, 1))).toBe(addDays(weekly ?? start, 7));
    }),
  );
});
