import { expect, test } from 'vitest';
import { dayOf, endOfDay, numberOf } from './entered.ts';

test('a day lasts until its last moment, and comes back as itself', () => {
  expect(endOfDay('2026-12-31')).toBe('2026-12-31T23:59:59.999Z');
  expect(dayOf(endOfDay('2026-12-31'))).toBe('2026-12-31');
  expect([endOfDay(null), endOfDay(''), dayOf(null)]).toEqual([null, null, null]);
});

test.each([
  ['', null],
  [' 5 ', 5],
  ['0,5', 0.5],
  ['many', Number.NaN],
])('"%s" is the number %s', (text, number) => {
  expect(numberOf(text)).toEqual(number);
});
