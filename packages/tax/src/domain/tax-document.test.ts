import { type Decimal, decimal } from '@atlas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fraction, fraction, fractionOf, minus, plus, times, type Unit, unitsOf } from './fraction.ts';
import { mapPrice, priceFor } from './map-price.ts';
import { isOwed, type Tax } from './tax.ts';
import { type DocumentLine, type RoundingMode, taxDocument } from './tax-document.ts';
import { taxLine } from './tax-line.ts';

const scaled = (scale: number, min: number, max: number): fc.Arbitrary<Decimal> =>
  fc.integer({ min, max }).map((value) => ({ coefficient: BigInt(value), scale }));

const unit: fc.Arbitrary<Unit> = fc.record({
  step: fc.constantFrom(decimal('1'), decimal('0.01'), decimal('0.001'), decimal('0.05')),
  tie: fc.constantFrom('half-away-from-zero' as const, 'half-even' as const),
});
const modes: readonly RoundingMode[] = ['line', 'document'];

const anyTax = (key: string): fc.Arbitrary<Tax> =>
  fc
    .record({
      kind: fc.constantFrom('percent' as const, 'fixed' as const, 'division' as const),
      share: scaled(4, -500, 1500),
      operation: fc.constantFrom('domestic' as const, 'domestic' as const, 'reverse_charge' as const, 'withholding' as const),
      included: fc.boolean(),
      affectsBase: fc.boolean(),
      baseAffected: fc.boolean(),
    })
    .map(({ share, operation, ...tax }) => {
      const plain = operation === 'domestic' ? {} : { included: false, affectsBase: false };
      return { ...tax, ...plain, key, operation, value: share };
    });

const keys = ['a', 'b', 'c', 'd'];
const taxes = fc.tuple(...keys.map(anyTax));
const lines = (all: readonly Tax[]): fc.Arbitrary<DocumentLine[]> =>
  fc.array(
    fc.record({
      quantity: scaled(2, -500, 5000),
      unitPrice: scaled(3, -50_000, 500_000),
      discount: scaled(2, 0, 100),
      taxes: fc.subarray([...all]),
    }),
    { minLength: 1, maxLength: 7 },
  );
const documents = taxes.chain((all) => fc.record({ lines: lines(all), unit }));

const absolute = ({ over, under }: Fraction): Fraction => ({ over: over < 0n ? -over : over, under });
const below = (a: Fraction, b: Fraction): boolean => a.over * b.under <= b.over * a.under;
const exactly = (value: Fraction): Fraction => value;
const inSteps = (value: bigint, { step }: Unit): Fraction => times(fraction(value), fractionOf(step));

describe('a document', () => {
  it.each(modes)('is the sum of its lines, of its taxes, and of net and taxes, rounded by %s', (mode) => {
    fc.assert(
      fc.property(documents, ({ lines: given, unit: step }) => {
        const document = taxDocument(given, mode, step);
        const owed = document.taxes.filter(({ tax }) => isOwed(tax)).reduce((sum, { amount }) => sum + amount, 0n);
        expect(document.net + owed).toBe(document.gross);
        expect(document.payable).toBe(document.gross - document.withheld);
        expect(document.lines.reduce((sum, { net }) => sum + net, 0n)).toBe(document.net);
        for (const { tax, base, amount } of document.taxes) {
          const own = document.lines.flatMap((line) => line.taxes.filter((each) => each.tax.key === tax.key));
          expect(own.reduce((sum, each) => sum + each.amount, 0n)).toBe(amount);
          expect(own.reduce((sum, each) => sum + each.base, 0n)).toBe(base);
        }
      }),
    );
  });

  it('rounded as a whole is half a step from the exact tax, and half a step for each line from the sum of rounded lines', () => {
    const half = fraction(1n, 2n);
    const percent: Tax = { ...plain, key: 'p' };
    fc.assert(
      fc.property(fc.record({ lines: lines([percent]), unit }), ({ lines: given, unit: step }) => {
        const exact = given
          .flatMap((line) => taxLine(priceOf(line), fractionOf(line.quantity), line.taxes, exactly).taxes)
          .reduce((sum, { amount }) => plus(sum, amount), fraction(0n));
        const whole = taxDocument(given, 'document', step);
        expect(below(absolute(minus(inSteps(whole.tax, step), exact)), times(half, fractionOf(step.step)))).toBe(true);
        const rounded = given
          .flatMap((line) => taxLine(priceOf(line), fractionOf(line.quantity), line.taxes, exactly).taxes)
          .reduce((sum, { amount }) => sum + unitsOf(amount, step), 0n);
        const apart = whole.tax > rounded ? whole.tax - rounded : rounded - whole.tax;
        expect(2n * apart <= BigInt(given.length) + 1n).toBe(true);
      }),
    );
  });

  it('comes to the same whatever the order of its lines', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(...modes), ({ lines: given, unit: step }, mode) => {
        const { lines: _ways, taxes: some, ...totals } = taxDocument(given, mode, step);
        const { lines: _back, taxes: others, ...again } = taxDocument([...given].reverse(), mode, step);
        expect(again).toEqual(totals);
        expect(new Map(others.map((tax) => [tax.tax.key, tax]))).toEqual(new Map(some.map((tax) => [tax.tax.key, tax])));
      }),
    );
  });
});

const plain: Tax = {
  key: 't',
  kind: 'percent',
  value: decimal('0.19'),
  operation: 'domestic',
  included: false,
  affectsBase: false,
  baseAffected: true,
};
const priceOf = ({ unitPrice, discount }: DocumentLine): Fraction =>
  times(fractionOf(unitPrice), minus(fraction(1n), fractionOf(discount)));

describe('a line', () => {
  it('has the same taxes whether its price has them in it or not', () => {
    fc.assert(
      fc.property(taxes, scaled(3, 0, 500_000), (all, net) => {
        const apart = all.filter(isOwed).map((tax) => ({ ...tax, included: false }));
        const within = apart.map((tax) => ({ ...tax, included: true }));
        const without = taxLine(fractionOf(net), fraction(1n), apart, exactly);
        const price = priceFor(fractionOf(net), within);
        expect(price).toEqual(without.gross);
        // A tax below zero that is larger than the net makes a price that says of itself that it takes back.
        fc.pre(price.over >= 0n);
        const amounts = taxLine(price, fraction(1n), within, exactly).taxes.map(({ base, amount }) => ({ base, amount }));
        expect(amounts).toEqual(without.taxes.map(({ base, amount }) => ({ base, amount })));
      }),
    );
  });

  it('has the same taxes in any order when none affects a base', () => {
    fc.assert(
      fc.property(taxes, scaled(3, 0, 500_000), (all, price) => {
        const calm = all.map((tax) => ({ ...tax, affectsBase: false, included: false, kind: 'percent' as const }));
        const there = taxLine(fractionOf(price), fraction(1n), calm, exactly);
        const back = taxLine(fractionOf(price), fraction(1n), [...calm].reverse(), exactly);
        expect([...back.taxes].reverse()).toEqual(there.taxes);
        expect(back.gross).toEqual(there.gross);
      }),
    );
  });

  it('is below zero what it is above, with the other sign', () => {
    const negated = (value: Fraction): Fraction => minus(fraction(0n), value);
    fc.assert(
      fc.property(taxes, scaled(3, 1, 500_000), scaled(2, -500, 5000), (all, price, quantity) => {
        const above = taxLine(fractionOf(price), fractionOf(quantity), all, exactly);
        const below = taxLine(negated(fractionOf(price)), fractionOf(quantity), all, exactly);
        expect(below.net).toEqual(negated(above.net));
        expect(below.gross).toEqual(negated(above.gross));
        expect(below.taxes.map(({ amount }) => amount)).toEqual(above.taxes.map(({ amount }) => negated(amount)));
        const within = all.filter(isOwed).map((tax) => ({ ...tax, included: true }));
        const mapped = mapPrice(fractionOf(price), within, []);
        expect(mapPrice(negated(fractionOf(price)), within, [])).toEqual(negated(mapped));
      }),
    );
  });

  it('gives its price back when it is mapped to other taxes and again to its own', () => {
    const included: Tax = { ...plain, included: true };
    fc.assert(
      fc.property(scaled(3, 0, 500_000), scaled(4, 1, 3000), (price, value) => {
        const other = { ...included, key: 'o', value };
        const there = mapPrice(fractionOf(price), [included], [other]);
        expect(mapPrice(there, [other], [included])).toEqual(fractionOf(price));
      }),
    );
  });

  it('is refused when its price would be nothing but tax', () => {
    const all = { ...plain, kind: 'division' as const, value: decimal('1') };
    expect(() => taxLine(fraction(100n), fraction(1n), [all], exactly)).toThrow(/as large as the price/);
    expect(() => priceFor(fraction(100n), [{ ...all, included: true }])).toThrow(/nothing is left/);
    expect(taxLine(fraction(100n), fraction(1n), [{ ...all, included: true }], exactly)).toMatchObject({
      net: fraction(0n),
      gross: fraction(100n),
    });
  });
});

describe('what is not owed with the price', () => {
  const net = { quantity: decimal('1'), unitPrice: decimal('1000'), discount: decimal('0') };
  const cent: Unit = { step: decimal('0.01'), tie: 'half-away-from-zero' };

  it('is reported: a reverse charge beside the total, a withholding off the payment', () => {
    const reverse: Tax = { ...plain, operation: 'reverse_charge' };
    expect(taxDocument([{ ...net, taxes: [reverse] }], 'line', cent)).toMatchObject({
      gross: 100_000n,
      reverseCharged: 19_000n,
      payable: 100_000n,
    });
    const kept: Tax = { ...plain, key: 'w', operation: 'withholding', value: decimal('0.2') };
    const vat: Tax = { ...plain, value: decimal('0.22') };
    expect(taxDocument([{ ...net, taxes: [vat, kept] }], 'line', cent)).toMatchObject({
      gross: 122_000n,
      withheld: 20_000n,
      payable: 102_000n,
      taxes: [{ amount: 22_000n }, { base: 100_000n, amount: 20_000n }],
    });
  });
});
