import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, type Decimal, decimal, decimalText, divide, multiply, subtract, toScaled } from './decimal.ts';
import { divideRounded, type Rounding } from './rounding.ts';

const any = fc.record({
  coefficient: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
  scale: fc.integer({ min: 0, max: 12 }),
});

describe('decimals', () => {
  it('add and subtract exactly', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
      }),
    );
  });

  it('read back what they print', () => {
    fc.assert(
      fc.property(any, (a) => {
        expect(compare(decimal(decimalText(a)), a)).toBe(0);
      }),
    );
  });

  it('print no trailing zeros', () => {
    expect(['1.50', '100', '0.000', '-2.0'].map((text) => decimalText(decimal(text)))).toEqual(['1.5', '100', '0', '-2']);
  });

  it('divide within half a unit of the last place', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        fc.pre(b.coefficient !== 0n);
        const error = subtract(multiply(divide(a, b, 6), b), a);
        const bound = multiply({ coefficient: 5n, scale: 7 }, b);
        const size = (value: Decimal) => (value.coefficient < 0n ? { ...value, coefficient: -value.coefficient } : value);
        expect(compare(size(error), size(bound))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('rounding', () => {
  const table: [Rounding, number[]][] = [
    ['half-away-from-zero', [-3, -2, -1, 1, 2, 3]],
    ['half-even', [-2, -2, 0, 0, 2, 2]],
    ['half-toward-zero', [-2, -1, 0, 0, 1, 2]],
    ['toward-zero', [-2, -1, 0, 0, 1, 2]],
    ['away-from-zero', [-3, -2, -1, 1, 2, 3]],
    ['floor', [-3, -2, -1, 0, 1, 2]],
    ['ceiling', [-2, -1, 0, 1, 2, 3]],
  ];
  it.each(table)('%s settles -2.5 -1.5 -0.5 0.5 1.5 2.5', (rounding, expected) => {
    expect([-5n, -3n, -1n, 1n, 3n, 5n].map((value) => Number(divideRounded(value, 2n, rounding)))).toEqual(expected);
  });

  it('never moves a value that needs no rounding', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom(...table.map(([rounding]) => rounding)), (value, rounding) => {
        expect(divideRounded(value * 7n, 7n, rounding)).toBe(value);
        expect(toScaled({ coefficient: value, scale: 2 }, 4, rounding)).toBe(value * 100n);
      }),
    );
  });

  it('takes the sign of the divisor into account', () => {
    expect(divideRounded(5n, -2n)).toBe(-3n);
    expect(() => divideRounded(1n, 0n)).toThrow('division by zero');
  });
});
