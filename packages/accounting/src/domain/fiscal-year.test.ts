import { describe, expect, it } from 'vitest';
import { fiscalYearName, plannedYears } from './fiscal-year.ts';

describe('fiscal years', () => {
  it('cover the years from the first day to the year after today', () => {
    expect(plannedYears('2024-07-01', '2026-03-15').map(({ name }) => name)).toEqual(['2024/25', '2025/26', '2026/27']);
    expect(plannedYears('2026-01-01', '2026-03-15').map(({ name }) => name)).toEqual(['2026', '2027']);
  });

  it('plan at least one year, even when it lies far ahead', () => {
    expect(plannedYears('2030-01-01', '2026-03-15')).toHaveLength(1);
  });

  it('are named by both calendar years when they span two', () => {
    expect([fiscalYearName('1999-04-01'), fiscalYearName('2000-01-01')]).toEqual(['1999/00', '2000']);
  });

  it.each([
    ['2026-01-02', 'invalid_period'],
    ['1800-01-01', 'accounting.too_many_years'],
  ])('refuse books from %s', (start, code) => {
    expect(() => plannedYears(start, '2026-03-15')).toThrow(expect.objectContaining({ code }));
  });
});
