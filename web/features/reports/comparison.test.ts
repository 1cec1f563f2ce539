import { expect, test } from 'vitest';
import { comparedRange } from './comparison.ts';

test.each([
  ['a month', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['a year', '2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
  ['a quarter', '2026-04-01', '2026-06-30', '2026-01-01', '2026-03-31'],
  ['ten days', '2026-03-11', '2026-03-20', '2026-03-01', '2026-03-10'],
  ['one day', '2026-03-01', '2026-03-01', '2026-02-28', '2026-02-28'],
])('the period before %s has its length', (_name, from, to, startsOn, endsOn) => {
  expect(comparedRange({ from, to }, 'previous')).toEqual({ from: startsOn, to: endsOn });
});

test('the year before has the same days, and the end of February where the month ends there', () => {
  expect(comparedRange({ from: '2025-02-01', to: '2025-02-28' }, 'year')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(comparedRange({ from: '2024-02-29', to: '2024-03-10' }, 'year')).toEqual({ from: '2023-02-28', to: '2023-03-10' });
});
