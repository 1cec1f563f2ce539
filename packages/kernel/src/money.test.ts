import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencies, exponentOf } from './currency.ts';
import { decimal, multiply } from './decimal.ts';
import { allocate, amountText, money, moneyJson, moneyOf, roundToMoney, subtractMoney, sumMoney } from './money.ts';

const minor = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const code = fc.constantFrom('JPY', 'EUR', 'KWD', 'CLF');

describe('money', () => {
  it.each([
    ['1234.5', 'EUR', 123450n],
    ['-0.01', 'EUR', -1n],
    ['1500', 'JPY', 1500n],
    ['1.234', 'KWD', 1234n],
    ['7.000', 'EUR', 700n],
  ])('reads %s %s as whole minor units', (amount, currency, expected) => {
    expect(moneyOf(amount, currency).minor).toBe(expected);
  });

  it.each([
    ['1.005', 'EUR', 'too_many_decimals'],
    ['-0.5', 'JPY', 'too_many_decimals'],
    ['1,5', 'EUR', 'invalid_decimal'],
    ['1e3', 'EUR', 'invalid_decimal'],
    ['', 'EUR', 'invalid_decimal'],
    ['1', 'XXQ', 'unknown_currency'],
  ])('refuses %s %s with %s', (amount, currency, error) => {
    expect(() => moneyOf(amount, currency)).toThrow(expect.objectContaining({ code: error }));
  });

  it('survives the way to text and back', () => {
    fc.assert(
      fc.property(minor, code, (value, currency) => {
        expect(moneyOf(amountText(money(value, currency)), currency).minor).toBe(value);
        expect(moneyJson(value, currency).amount).toBe(amountText(money(value, currency)));
      }),
    );
  });

  it('knows 0, 2 and 3 decimals and every code once', () => {
    expect(['JPY', 'EUR', 'KWD'].map((each) => exponentOf(each))).toEqual([0, 2, 3]);
    expect(new Set(currencies).size).toBe(currencies.length);
    expect(currencies.every((each) => /^[A-Z]{3}$/.test(each))).toBe(true);
  });

  it('refuses to add euros to yen', () => {
    expect(() => sumMoney([money(1n, 'EUR'), money(1n, 'JPY')], 'EUR')).toThrow('cannot be combined');
  });

  it('rounds half away from zero by default', () => {
    expect(roundToMoney(decimal('1.005'), 'EUR').minor).toBe(101n);
    expect(roundToMoney(decimal('-1.005'), 'EUR').minor).toBe(-101n);
    expect(roundToMoney(multiply(decimal('2.5'), decimal('0.1')), 'JPY', 'half-even').minor).toBe(0n);
  });
});

describe('allocation', () => {
  it('loses no cent whatever the weights', () => {
    fc.assert(
      fc.property(minor, fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 }), (total, weights) => {
        expect(sumMoney(allocate(money(total, 'EUR'), weights), 'EUR').minor).toBe(total);
      }),
    );
  });

  it('is fair to the cent: no part is a whole unit from its exact share', () => {
    fc.assert(
      fc.property(minor, fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 10 }), (total, weights) => {
        const sum = weights.reduce((a, b) => a + b, 0n);
        fc.pre(sum > 0n);
        for (const [index, part] of allocate(money(total, 'EUR'), weights).entries()) {
          const distance = part.minor * sum - total * (weights[index] ?? 0n);
          expect(distance < sum && distance > -sum).toBe(true);
        }
      }),
    );
  });

  it('splits a hundred by three as 33.34, 33.33, 33.33', () => {
    expect(allocate(money(10000n, 'EUR'), [1n, 1n, 1n]).map((part) => part.minor)).toEqual([3334n, 3333n, 3333n]);
    expect(allocate(money(-100n, 'EUR'), [0n, 0n, 0n]).map((part) => part.minor)).toEqual([-34n, -33n, -33n]);
  });

  it('mirrors: allocating the negative gives the negatives', () => {
    const weights = [3n, 1n, 7n];
    const parts = allocate(money(1001n, 'EUR'), weights);
    const mirrored = allocate(money(-1001n, 'EUR'), weights);
    expect(parts.map((part, index) => subtractMoney(part, money(-(mirrored[index]?.minor ?? 0n), 'EUR')).minor)).toEqual([
      0n,
      0n,
      0n,
    ]);
  });
});
