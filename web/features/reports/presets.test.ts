import { expect, test } from 'vitest';
import { presetOf, presetRanges } from './presets.ts';

const calendarYears = [
  { startsOn: '2026-01-01', endsOn: '2026-12-31' },
  { startsOn: '2025-01-01', endsOn: '2025-12-31' },
];

test('months and years around a day', () => {
  expect(presetRanges('2026-03-15', calendarYears)).toEqual({
    this_month: { from: '2026-03-01', to: '2026-03-31' },
    last_month: { from: '2026-02-01', to: '2026-02-28' },
    this_year: { from: '2026-01-01', to: '2026-12-31' },
    last_year: { from: '2025-01-01', to: '2025-12-31' },
    all: { from: '2025-01-01', to: '2026-12-31' },
  });
});

test('last month of January is December of the year before', () => {
  expect(presetRanges('2026-01-31', []).last_month).toEqual({ from: '2025-12-01', to: '2025-12-31' });
});

test('years are the fiscal years of the books', () => {
  const years = [
    { startsOn: '2024-07-01', endsOn: '2025-06-30' },
    { startsOn: '2025-07-01', endsOn: '2026-06-30' },
  ];
  const { this_year, last_year, all } = presetRanges('2026-03-15', years);
  expect(this_year).toEqual({ from: '2025-07-01', to: '2026-06-30' });
  expect(last_year).toEqual({ from: '2024-07-01', to: '2025-06-30' });
  expect(all).toEqual({ from: '2024-07-01', to: '2026-06-30' });
});

test('a day outside of all fiscal years falls back to its calendar year', () => {
  expect(presetRanges('2030-05-05', calendarYears).this_year).toEqual({ from: '2030-01-01', to: '2030-12-31' });
});

test('knows again which preset a range is', () => {
  const presets = presetRanges('2026-03-15', calendarYears);
  expect(presetOf({ from: '2026-02-01', to: '2026-02-28' }, presets)).toBe('last_month');
  expect(presetOf({ from: '2026-02-01', to: '2026-02-27' }, presets)).toBeNull();
});
