import { expect, test } from 'vitest';
import { clockOf, daysUntil } from './clock.ts';

test.each([
  [0, '0:00'],
  [59, '0:59'],
  [245, '4:05'],
  [3600, '1:00:00'],
  [3725, '1:02:05'],
])('%i seconds are %s', (seconds, clock) => {
  expect(clockOf(seconds)).toBe(clock);
});

test('a day that has begun is a day that is left', () => {
  const now = Date.parse('2026-06-01T12:00:00Z');
  expect(daysUntil('2026-06-01T12:00:01Z', now)).toBe(1);
  expect(daysUntil('2026-06-03T12:00:00Z', now)).toBe(2);
  expect(daysUntil('2026-05-01T00:00:00Z', now)).toBe(0);
});
