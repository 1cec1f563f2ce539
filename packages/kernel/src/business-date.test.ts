import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  businessDate,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  endOfMonth,
  isBusinessDate,
} from './business-date.ts';
import { isUuid, uuidv7 } from './ids.ts';
import { coverByMonths, monthOf } from './period.ts';

const day = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }).map(dateOfDayNumber);
const near = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2040-12-31') }).map(dateOfDayNumber);

describe('business dates', () => {
  it('agree with the platform calendar on every day', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(new Date(dayNumber(date) * 86_400_000).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '24-01-01',
    '2024-1-1',
    '2024-01-01T00:00',
    '0000-01-01',
  ])('refuse %s', (text) => {
    expect(isBusinessDate(text)).toBe(false);
    expect(() => businessDate(text)).toThrow(expect.objectContaining({ code: 'invalid_date' }));
  });

  it('count days both ways', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: -9000, max: 9000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('clip a month end: 31 January plus one month', () => {
    expect([
      addMonths('2024-01-31', 1),
      addMonths('2023-01-31', 1),
      addMonths('2024-03-31', -13),
      addMonths('2024-12-15', 1),
    ]).toEqual(['2024-02-29', '2023-02-28', '2023-02-28', '2025-01-15']);
  });
});

describe('the end of the calendar', () => {
  it('is an error, never a year of five digits that would sort before the others', () => {
    const beyond = expect.objectContaining({ code: 'invalid_date' });
    expect(() => addMonths('9999-12-01', 1)).toThrow(beyond);
    expect(() => addDays('9999-12-31', 1)).toThrow(beyond);
    expect(() => addDays('0001-01-01', -1)).toThrow(beyond);
  });

  it('is covered like any other', () => {
    const days = [{ startsOn: '9999-12-15', endsOn: '9999-12-31' }];
    expect(coverByMonths({ startsOn: '9999-12-15', endsOn: '9999-12-31' })).toEqual({ months: null, days });
    expect(coverByMonths({ startsOn: '0001-01-01', endsOn: '9999-12-31' })).toEqual({
      months: { startsOn: '0001-01-01', endsOn: '9999-12-31' },
      days: [],
    });
  });
});

describe('periods', () => {
  it('cover each day of a range exactly once by months and days', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 400 }), (startsOn, length) => {
        const endsOn = addDays(startsOn, length);
        const { months, days } = coverByMonths({ startsOn, endsOn });
        const runs = [...days, ...(months ? [months] : [])].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
        expect(runs[0]?.startsOn).toBe(startsOn);
        expect(runs.at(-1)?.endsOn).toBe(endsOn);
        for (let index = 1; index < runs.length; index++)
          expect(runs[index]?.startsOn).toBe(addDays(runs[index - 1]?.endsOn ?? '', 1));
        if (months)
          expect([monthOf(months.startsOn).startsOn, endOfMonth(months.endsOn)]).toEqual([months.startsOn, months.endsOn]);
        for (const run of days) expect(daysBetween(run.startsOn, run.endsOn)).toBeLessThan(61);
      }),
    );
  });
});

describe('ids', () => {
  it('are version 7, unique, and sort in the order in which they were given', () => {
    const before = Date.now();
    const ids = Array.from({ length: 20_000 }, () => uuidv7());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => isUuid(id) && id[14] === '7' && '89ab'.includes(id[19] ?? ''))).toBe(true);
    const at = Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16);
    expect(at - before).toBeGreaterThanOrEqual(0);
    expect(at - before).toBeLessThan(1000);
  });
});
