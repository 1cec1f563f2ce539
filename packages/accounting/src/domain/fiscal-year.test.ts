import { addDays, type BusinessDate, dateOfDayNumber, dayNumber, daysBetween } from '@atlas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plannedYear, plannedYears, yearLayouts } from './fiscal-year.ts';

const near = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2040-12-31') }).map(dateOfDayNumber);

const told = (startsOn: BusinessDate, ...more: [('months' | 'months_and_last_day' | 'four_weeks')?, (52 | 53)?]) =>
  plannedYear(startsOn, ...more).periods.map((period) => `${period.startsOn}…${period.endsOn}`);

describe('fiscal years', () => {
  it('cover the years from the first day to the year after today', () => {
    expect(plannedYears('2024-07-01', '2026-03-15').map(({ name }) => name)).toEqual(['2024/25', '2025/26', '2026/27']);
    expect(plannedYears('2026-01-01', '2026-03-15').map(({ name }) => name)).toEqual(['2026', '2027']);
  });

  it('plan at least one year, even when it lies far ahead', () => {
    expect(plannedYears('2030-01-01', '2026-03-15')).toHaveLength(1);
  });

  it('are named by both calendar years when they span two', () => {
    expect([plannedYear('1999-04-01').name, plannedYear('2000-01-01').name]).toEqual(['1999/00', '2000']);
  });

  it('begin on any day: that of the British tax year, or one that short months do not have', () => {
    expect(told('2026-04-06')[0]).toBe('2026-04-06…2026-05-05');
    expect(told('2026-04-06').at(-1)).toBe('2027-03-06…2027-04-05');
    expect(told('2026-01-31').slice(0, 3)).toEqual(['2026-01-31…2026-02-27', '2026-02-28…2026-03-30', '2026-03-31…2026-04-29']);
  });

  it('may have a thirteenth period for adjustments on their last day', () => {
    expect(told('2026-01-01', 'months_and_last_day').slice(-2)).toEqual(['2026-12-01…2026-12-30', '2026-12-31…2026-12-31']);
    expect(told('2026-01-01', 'months_and_last_day')).toHaveLength(13);
  });

  it('may have thirteen periods of four weeks, with an odd week in the last', () => {
    expect(told('2026-01-05', 'four_weeks').slice(-1)).toEqual(['2026-12-07…2027-01-03']);
    expect(told('2026-01-05', 'four_weeks', 53).slice(-1)).toEqual(['2026-12-07…2027-01-10']);
    const starts = plannedYears('2025-01-06', '2026-03-01', 'four_weeks').map(({ startsOn }) => startsOn);
    expect(starts).toEqual(['2025-01-06', '2026-01-05', '2027-01-04']);
  });

  it('leave no day out and count none twice, whatever day they begin on', () => {
    fc.assert(
      fc.property(near, fc.constantFrom(...yearLayouts), (startsOn, layout) => {
        const { periods, endsOn } = plannedYear(startsOn, layout);
        expect(periods).toHaveLength(layout === 'months' ? 12 : 13);
        expect(periods[0]?.startsOn).toBe(startsOn);
        expect(periods.at(-1)?.endsOn).toBe(endsOn);
        for (const [index, period] of periods.entries()) {
          expect(daysBetween(period.startsOn, period.endsOn)).toBeGreaterThanOrEqual(0);
          if (index > 0) expect(period.startsOn).toBe(addDays(periods[index - 1]?.endsOn ?? '', 1));
        }
      }),
    );
  });

  it('refuse books from 1800-01-01', () => {
    expect(() => plannedYears('1800-01-01', '2026-03-15')).toThrow(
      expect.objectContaining({ code: 'accounting.too_many_years' }),
    );
  });
});
