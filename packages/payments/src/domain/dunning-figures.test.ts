import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, stillOwed } from './dunning-figures.ts';

const eur = (openMinor: bigint) => ({ currency: 'EUR', openMinor });
const credit = (creditMinor: bigint, feesMinor = 0n) => ({ currency: 'EUR', feesMinor, creditMinor });

describe('what a reminder says is owed', () => {
  it('sets off what the customer has to their credit, and adds fees', () => {
    const [figure] = figuresOf([eur(11_900n), eur(100n)], [credit(-2000n, 500n)], { currency: 'EUR', minor: 750n });
    expect(figure).toMatchObject({
      overdue: { amount: '120.00' },
      fees: { amount: '5.00' },
      credit: { amount: '-20.00' },
      fee: { amount: '7.50' },
      total: { amount: '112.50', currency: 'EUR' },
    });
  });

  it('keeps currencies apart, and names that of the fee', () => {
    const figures = figuresOf([{ currency: 'JPY', openMinor: 5000n }], [credit(-100n)], { currency: 'EUR', minor: 500n });
    expect(figures.map(({ total }) => total)).toEqual([
      { amount: '4.00', currency: 'EUR' },
      { amount: '5000', currency: 'JPY' },
    ]);
  });

  it('is nothing where the credit covers it', () => {
    expect(stillOwed([eur(100n), eur(50n)], [credit(-150n)])).toEqual([]);
    expect(stillOwed([eur(100n), eur(50n)], [credit(-149n)])).toHaveLength(2);
    expect(stillOwed([eur(100n), { currency: 'USD', openMinor: 1n }], [credit(-100n)])).toEqual([
      { currency: 'USD', openMinor: 1n },
    ]);
  });

  it('is more than nothing in every currency of what is still owed', () => {
    const items = fc.array(fc.record({ currency: fc.constantFrom('EUR', 'USD'), openMinor: fc.bigInt(1n, 10_000n) }));
    const others = fc.array(fc.record({ currency: fc.constantFrom('EUR', 'USD'), creditMinor: fc.bigInt(-10_000n, 0n) }));
    fc.assert(
      fc.property(items, others, (given, list) => {
        const open = [...new Map(list.map((each) => [each.currency, { ...each, feesMinor: 0n }])).values()];
        for (const { total } of figuresOf(stillOwed(given, open), open, { currency: 'EUR', minor: 0n }))
          expect(total.amount).toMatch(/^\d*[1-9.][\d.]*$/);
      }),
    );
  });
});
