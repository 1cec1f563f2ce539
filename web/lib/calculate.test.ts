import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from './calculate.ts';

describe('a calculation', () => {
  it.each([
    ['1200*1.19', '1428'],
    ['1,234.50', '1234.5'],
    ['12,5', '12.5'],
    ['(3+4)/2', '3.5'],
    ['500*19%', '95'],
    ['-5 + 2', '-3'],
    ['10/3', '3.333333333'],
    ['2*-3', '-6'],
    ['1 200', '1200'],
    ['.5', '0.5'],
    ['10-2-3', '5'],
    ['100/10/2', '5'],
  ])('of %s is %s', (typed, result) => expect(calculate(typed, '.', 9)).toBe(result));

  it('reads the marks of the locale', () => {
    expect(calculate('1.234,50', ',', 9)).toBe('1234.5');
    expect(calculate('1.234', ',', 9)).toBe('1234');
    expect(calculate('12.5', ',', 9)).toBe('12.5');
  });

  it.each(['', 'abc', '1+', '(1', '1)', '1/0', '2**3', '1..2', 'alert(1)', '1e5'])('refuses %j', (typed) =>
    expect(calculate(typed, '.', 9)).toBeNull(),
  );

  it('is exact: adding cents is adding whole numbers', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), (a, b) => {
        const text = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const sum = calculate(`${text(a)}+${text(b)}`, '.', 2) ?? '';
        expect(Math.round(Number(sum) * 100)).toBe(a + b);
      }),
    );
  });
});
