import { decimal } from '@atlas/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fraction, minus, sum, type Unit, unitsOf } from './fraction.ts';
import { spread } from './spread.ts';

const ones: Unit = { step: decimal('1'), tie: 'half-away-from-zero' };

it('gives what is left to those that were cut most, and of equals to the earlier', () => {
  expect(spread(3n, [fraction(11n, 10n), fraction(9n, 10n), fraction(1n)], ones)).toEqual([1n, 1n, 1n]);
  expect(spread(1n, [fraction(1n, 2n), fraction(1n, 2n)], ones)).toEqual([1n, 0n]);
  expect(spread(-1n, [fraction(-1n, 2n), fraction(-1n, 2n)], ones)).toEqual([0n, -1n]);
  expect(spread(0n, [], ones)).toEqual([]);
});

it('adds up, and moves nothing by a whole step', () => {
  const part = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 1, max: 97 }));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 9 }), (pairs) => {
      const parts = pairs.map(([over, under]) => fraction(BigInt(over), BigInt(under)));
      const total = unitsOf(sum(parts), ones);
      const laid = spread(total, parts, ones);
      expect(laid.reduce((a, b) => a + b, 0n)).toBe(total);
      laid.forEach((units, index) => {
        const { over, under } = minus(fraction(units), parts[index] ?? fraction(0n));
        expect(over < under && -over < under).toBe(true);
      });
    }),
  );
});
