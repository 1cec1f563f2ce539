import { businessDate } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { dateOrderOf, typedDate } from './typed-date.ts';

const today = businessDate('2026-03-10');

describe('a typed day', () => {
  it.each([
    ['15', '2026-03-15'],
    ['15/3', '2026-03-15'],
    ['15.3.', '2026-03-15'],
    ['15/3/27', '2027-03-15'],
    ['1.2.1996', '1996-02-01'],
    ['1.2.96', '1996-02-01'],
    ['2026-12-31', '2026-12-31'],
    ['today', '2026-03-10'],
    ['heute', '2026-03-10'],
    ['+30', '2026-04-09'],
    ['-10', '2026-02-28'],
  ])('%s is %s', (typed, day) => expect(typedDate(typed, today, 'dmy')).toBe(day));

  it('puts the month first where people do, unless only the other order is a day', () => {
    expect(typedDate('3/4', today, 'mdy')).toBe('2026-03-04');
    expect(typedDate('15/3', today, 'mdy')).toBe('2026-03-15');
    expect(typedDate('3/15', today, 'dmy')).toBe('2026-03-15');
  });

  it.each(['', '32', '31/2', 'soon', '1/2/3/4', '99/99'])('%j is none', (typed) =>
    expect(typedDate(typed, today, 'dmy')).toBeNull(),
  );

  it('knows the order of a locale', () => {
    expect(dateOrderOf('en-US')).toBe('mdy');
    expect(dateOrderOf('en-GB')).toBe('dmy');
    expect(dateOrderOf('de')).toBe('dmy');
  });
});
