import { decimal, decimalOf, exponentOf, multiply, one, roundToMoney, subtract } from '@atlas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tax } from './tax.ts';
import { taxDocument } from './tax-document.ts';

const percent = (rate: string): Tax => ({
  key: rate,
  kind: 'percent',
  value: decimal(rate),
  operation: 'domestic',
  included: false,
  affectsBase: false,
  baseAffected: true,
});

type Written = { quantity: string; unitPrice: string; discount: string; rate: string };

const taxed = (lines: readonly Written[], currency: string) =>
  taxDocument(
    lines.map(({ quantity, unitPrice, discount, rate }) => ({
      quantity: decimal(quantity),
      unitPrice: decimal(unitPrice),
      discount: decimal(discount),
      taxes: [percent(rate)],
    })),
    'line',
    { step: { coefficient: 1n, scale: exponentOf(currency) }, tie: 'half-away-from-zero' },
  );

/** The formula of one tax of percent, written down: net = quantity × price × (1 − discount), tax = net × rate, each to the cent. */
function formula({ quantity, unitPrice, discount, rate }: Written, currency: string): [net: bigint, tax: bigint] {
  const price = multiply(decimal(quantity), decimal(unitPrice));
  const net = roundToMoney(multiply(price, subtract(one, decimal(discount))), currency);
  return [net.minor, roundToMoney(multiply(decimalOf(net), decimal(rate)), currency).minor];
}

const decimals = (digits: number, max: number) => fc.nat(max).map((value) => (value / 10 ** digits).toFixed(digits));
const line = fc.record({
  quantity: decimals(2, 99_999),
  unitPrice: decimals(3, 9_999_999),
  discount: decimals(2, 100),
  rate: decimals(3, 1000),
});

describe('lines with one tax of percent, rounded line by line', () => {
  it.each([
    ['12', '14', '0', '0', 'EUR', 16800n, 0n],
    ['3', '0.335', '0', '0', 'EUR', 101n, 0n],
    ['15', '16.8', '0.15', '0', 'EUR', 21420n, 0n],
    ['1', '100', '0', '0.19', 'EUR', 10000n, 1900n],
    ['1', '0.50', '0', '0.21', 'EUR', 50n, 11n],
    ['3', '33.5', '0.1', '0.1', 'JPY', 90n, 9n],
    ['2', '1.0005', '0', '0.05', 'KWD', 2001n, 100n],
  ])('%s × %s less %s with tax %s in %s', (quantity, unitPrice, discount, rate, currency, net, tax) => {
    expect(taxed([{ quantity, unitPrice, discount, rate }], currency)).toMatchObject({ net, tax });
  });

  it('come to what the formula says, and so does their document', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('EUR', 'JPY', 'KWD'), (lines, currency) => {
        const document = taxed(lines, currency);
        const expected = lines.map((each) => formula(each, currency));
        expect(document.lines.map(({ net, taxes }) => [net, taxes[0]?.amount])).toEqual(expected);
        expect(document.net).toBe(expected.reduce((sum, [net]) => sum + net, 0n));
        expect(document.tax).toBe(expected.reduce((sum, [, tax]) => sum + tax, 0n));
      }),
    );
  });
});
