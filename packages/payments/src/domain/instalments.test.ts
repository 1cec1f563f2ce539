import { businessDate } from '@atlas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountOf, splitDiscount } from './early-discount.ts';
import { dueDateAfter, instalmentsOf, type TermLine } from './instalments.ts';
import cases from './payments-and-terms.cases.json' with { type: 'json' };

const now = { months: 0, onDay: null, days: 0, dayOfNextMonth: null };
const line = (fields: Partial<TermLine>): TermLine => ({ kind: 'rest', value: null, ...now, ...fields });
const caseOf = <T extends { id: string }>(all: readonly T[], id: string): T => {
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`there is no case ${id}`);
  return found;
};
const cents = (amount: number | string): bigint => BigInt(Math.round(Number(amount) * 100));
const share = (percent: number): string => (percent / 100).toFixed(5);

/** How the cases write the lines of terms. */
type CaseLine = { pct?: number; fixed?: number | string; pct_of_rest?: number; pct_of_total?: number; remainder?: boolean };

function termLine({ pct, fixed, pct_of_rest: ofRest, pct_of_total: ofTotal }: CaseLine): TermLine {
  const percent = pct ?? ofTotal;
  if (percent !== undefined) return line({ kind: 'percent', value: share(percent) });
  if (ofRest !== undefined) return line({ kind: 'percent_of_rest', value: share(ofRest) });
  return fixed === undefined ? line({}) : line({ kind: 'fixed', value: String(fixed) });
}

describe('instalments', () => {
  it.each(['term-03', 'term-05', 'term-07', 'term-11'])('of %s are the amounts of the source', (id) => {
    const { given, expect: expected } = caseOf(cases.payment_terms, id);
    const { total, lines } = given as { total: number | string; lines: CaseLine[] };
    const made = instalmentsOf(lines.map(termLine), {
      date: businessDate(given.date ?? '2016-01-01'),
      totalMinor: cents(total),
      currency: 'EUR',
    });
    const amounts = (expected.lines as (number | [string, number | string])[]).map((each) =>
      cents(Array.isArray(each) ? each[1] : each),
    );
    expect(made.map(({ amountMinor }) => amountMinor)).toEqual(amounts);
  });

  it('of a net and a tax in their shares are the net and the tax', () => {
    const { given, expect: expected } = caseOf(cases.payments, 'pay-05');
    const { net, tax_rate: rate, terms_pct: parts } = given as { net: number; tax_rate: number; terms_pct: number[] };
    const lines = parts.map((percent) => line({ kind: 'percent', value: share(percent) }));
    const totalMinor = cents(net * (1 + rate / 100));
    const made = instalmentsOf(lines, { date: businessDate('2026-01-01'), totalMinor, currency: 'INR' });
    expect(made.map(({ amountMinor }) => amountMinor)).toEqual((expected.instalments as number[]).map(cents));
  });

  it('are the total, whatever their lines say', () => {
    const anyLine = fc.oneof(
      fc.nat(10_000).map((share) => line({ kind: 'percent', value: (share / 10_000).toFixed(4) })),
      fc.nat(10_000).map((share) => line({ kind: 'percent_of_rest', value: (share / 10_000).toFixed(4) })),
      fc.nat(99_999).map((minor) => line({ kind: 'fixed', value: (minor / 100).toFixed(2) })),
      fc.constant(line({})),
    );
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 12 }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        (lines, totalMinor) => {
          const made = instalmentsOf(lines, { date: businessDate('2026-01-31'), totalMinor, currency: 'EUR' });
          expect(made.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(totalMinor);
        },
      ),
    );
  });
});

describe('the due date', () => {
  it.each([
    ['2016-01-01', { days: 2 }, '2016-01-03'],
    ['2011-10-01', { days: 30 }, '2011-10-31'],
    ['2011-10-01', { months: 1 }, '2011-11-01'],
    ['2011-10-01', { months: 1, days: 30 }, '2011-12-01'],
    // Of term-11: two months on, set to the 15th, then thirty days.
    ['2011-10-01', { months: 2, onDay: 15, days: 30 }, '2012-01-14'],
    // Of term-09.
    ['2023-12-12', { days: 30, dayOfNextMonth: 31 }, '2024-02-29'],
    ['2026-01-31', { months: 1 }, '2026-02-28'],
  ])('of %s after %o is %s', (date, delay, due) => {
    expect(dueDateAfter(businessDate(date), { ...now, ...delay })).toBe(due);
  });
});

describe('an early discount', () => {
  it('of term-01 is a tenth of the whole', () => {
    const { given, expect: expected } = caseOf(cases.payment_terms, 'term-01');
    const { untaxed, tax, discount_pct: percent } = given as { untaxed: number; tax: number; discount_pct: number };
    const gross = cents(untaxed + tax);
    const made = discountOf(
      { share: share(percent), days: 1, basis: 'gross' },
      { netMinor: cents(untaxed), grossMinor: gross, currency: 'EUR', date: businessDate('2016-01-01') },
    );
    expect(gross - made.amountMinor).toBe(cents((expected as { payable_with_discount: number }).payable_with_discount));
    expect(made.until).toBe('2016-01-02');
  });

  it.each([
    ['pay-07', (e: Record<string, number>) => [e.gain_on_expense, e.gain_on_tax]],
    [
      'pay-09',
      (e: Record<string, Record<string, number>>) => [e.payment_postings?.discount_taken, e.payment_postings?.tax_adjustment],
    ],
  ] as const)('of %s falls on the net and on the tax', (id, figures) => {
    const { given, expect: expected } = caseOf(cases.payments, id);
    const { net, tax_rate: rate, discount_pct: percent } = given as { net: number; tax_rate: number; discount_pct: number };
    const [grossMinor, taxMinor] = [cents(net * (1 + rate / 100)), cents((net * rate) / 100)];
    const { amountMinor } = discountOf(
      { share: share(percent), days: 10, basis: 'gross' },
      { netMinor: cents(net), grossMinor, currency: 'EUR', date: businessDate('2026-01-01') },
    );
    const parts = splitDiscount(amountMinor, grossMinor, [{ accountId: 'vat', amountMinor: taxMinor }]);
    const [onNet, onTax] = (figures as (e: unknown) => (number | undefined)[])(expected);
    expect([-parts.netMinor, -(parts.taxes[0]?.amountMinor ?? 0n)]).toEqual([cents(onNet ?? 0), cents(onTax ?? 0)]);
  });
});
