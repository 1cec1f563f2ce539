import { addDays, addMonths, businessDate, endOfMonth } from '@atlas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deferralScheduleOf } from './deferral-schedule.ts';
import { yearlyRateOf } from './rates.ts';
import { scheduleOf } from './schedule.ts';
import type { AssetTerms } from './terms.ts';

const plain: AssetTerms = {
  costMinor: 10_000_000n,
  salvageMinor: 1_000_000n,
  openingMinor: 0n,
  openingPeriods: 0,
  method: 'straight_line',
  yearlyRate: null,
  periods: 3,
  monthsPerPeriod: 12,
  availableOn: businessDate('2030-06-06'),
  firstPeriodEndsOn: businessDate('2030-12-31'),
  proRata: 'days',
  fiscalYearStartsIn: 1,
};

const amounts = (terms: AssetTerms) => scheduleOf(terms).map(({ endsOn, amountMinor }) => [endsOn, amountMinor]);

describe('a schedule', () => {
  it('counts the first year by its days and takes the rest at the end of the life', () => {
    expect(amounts(plain)).toEqual([
      ['2030-12-31', 1_717_808n],
      ['2031-12-31', 3_000_000n],
      ['2032-12-31', 3_000_000n],
      ['2033-06-06', 1_282_192n],
    ]);
  });

  it('counts by months when told so: the month of the purchase is a whole one', () => {
    expect(amounts({ ...plain, proRata: 'months' })).toEqual([
      ['2030-12-31', 1_750_000n],
      ['2031-12-31', 3_000_000n],
      ['2032-12-31', 3_000_000n],
      ['2033-05-31', 1_250_000n],
    ]);
  });

  it('counts a leap year by 366 days, and the others by 365', () => {
    const terms: AssetTerms = {
      ...plain,
      salvageMinor: 0n,
      periods: 24,
      monthsPerPeriod: 1,
      availableOn: businessDate('2020-01-01'),
      firstPeriodEndsOn: businessDate('2020-01-31'),
      proRata: 'days_of_year',
    };
    const found = amounts(terms);
    expect(found.slice(0, 2)).toEqual([
      ['2020-01-31', 423_497n],
      ['2020-02-29', 396_175n],
    ]);
    expect(found[13]).toEqual(['2021-02-28', 383_562n]);
  });

  it('takes the book value of a declining method at the start of the fiscal year, not of the calendar year', () => {
    const quarterly: AssetTerms = {
      ...plain,
      method: 'declining_balance',
      yearlyRate: { coefficient: 4n, scale: 1 },
      salvageMinor: 0n,
      periods: 8,
      monthsPerPeriod: 3,
      availableOn: businessDate('2026-01-01'),
      firstPeriodEndsOn: businessDate('2026-03-31'),
    };
    const first = (startsIn: number) => amounts({ ...quarterly, fiscalYearStartsIn: startsIn }).map(([, amount]) => amount);
    expect(first(1).slice(0, 5)).toEqual([1_000_000n, 1_000_000n, 1_000_000n, 1_000_000n, 600_000n]);
    expect(first(4).slice(0, 5)).toEqual([1_000_000n, 900_000n, 900_000n, 900_000n, 900_000n]);
  });

  it('derives the rates of declining methods to a thousandth of a percent', () => {
    expect(yearlyRateOf({ ...plain, method: 'double_declining_balance' })).toEqual({ coefficient: 66_667n, scale: 5 });
    expect(yearlyRateOf({ ...plain, method: 'written_down_value', salvageMinor: 1_250_000n }).coefficient).toBe(50_000n);
    expect(yearlyRateOf({ ...plain, method: 'declining_balance' }).coefficient).toBe(33_333n);
  });

  it('plans the rest anew from another value', () => {
    const monthly: AssetTerms = {
      ...plain,
      costMinor: 12_000_000n,
      salvageMinor: 20_000n,
      periods: 12,
      monthsPerPeriod: 1,
      availableOn: businessDate('2023-01-15'),
      firstPeriodEndsOn: businessDate('2023-01-31'),
    };
    const rest = scheduleOf(monthly, { bookedPeriods: 7, costMinor: 12_000_000n, accumulatedMinor: 7_000_000n });
    expect(rest.map(({ endsOn }) => endsOn)).toEqual([
      '2023-08-31',
      '2023-09-30',
      '2023-10-31',
      '2023-11-30',
      '2023-12-31',
      '2024-01-15',
    ]);
    expect(rest.at(0)?.amountMinor).toBe(907_036n);
    expect(rest.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(4_980_000n);
  });
});

const anyTerms = fc
  .record({
    costMinor: fc.oneof(fc.bigInt({ min: 1n, max: 300n }), fc.bigInt({ min: 1n, max: 10n ** 12n })),
    salvageShare: fc.bigInt({ min: 0n, max: 100n }),
    openingShare: fc.bigInt({ min: 0n, max: 100n }),
    method: fc.constantFrom('straight_line', 'declining_balance', 'double_declining_balance', 'written_down_value' as const),
    rate: fc.bigInt({ min: 0n, max: 100n }),
    periods: fc.integer({ min: 1, max: 60 }),
    monthsPerPeriod: fc.constantFrom(1, 2, 3, 6, 12),
    openingPeriods: fc.integer({ min: 0, max: 59 }),
    day: fc.integer({ min: 0, max: 3000 }),
    late: fc.integer({ min: 0, max: 400 }),
    monthEnd: fc.boolean(),
    proRata: fc.constantFrom('days', 'months', 'days_of_life', 'days_of_year' as const),
    fiscalYearStartsIn: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ salvageShare, openingShare, rate, day, late, monthEnd, ...rest }): AssetTerms => {
    const openingPeriods = rest.openingPeriods % rest.periods;
    const availableOn = addDays(businessDate('2019-01-01'), day);
    const first = addMonths(addDays(availableOn, late), openingPeriods * rest.monthsPerPeriod);
    const salvageMinor = (rest.costMinor * salvageShare) / 100n;
    return {
      ...rest,
      method: rest.method as AssetTerms['method'],
      proRata: rest.proRata as AssetTerms['proRata'],
      openingPeriods,
      salvageMinor,
      openingMinor: openingPeriods === 0 ? 0n : ((rest.costMinor - salvageMinor) * openingShare) / 100n,
      yearlyRate: rate === 0n && salvageMinor > 0n ? null : { coefficient: rate + 1n, scale: 2 },
      availableOn,
      firstPeriodEndsOn: monthEnd ? endOfMonth(first) : first,
    };
  });

describe('any schedule', () => {
  it('adds up to what is to be written off, is never negative, goes forward and never below the salvage value', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const rows = scheduleOf(terms);
        const depreciable = terms.costMinor - terms.openingMinor - terms.salvageMinor;
        expect(rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(depreciable);
        let before = '';
        for (const { startsOn, endsOn, amountMinor, accumulatedMinor, netMinor } of rows) {
          expect(amountMinor > 0n && netMinor >= terms.salvageMinor).toBe(true);
          expect(accumulatedMinor + netMinor).toBe(terms.costMinor);
          expect(startsOn <= endsOn && startsOn > before).toBe(true);
          before = endsOn;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('planned anew from any period and value writes that value off', () => {
    fc.assert(
      fc.property(anyTerms, fc.nat(70), fc.bigInt({ min: 0n, max: 10n ** 9n }), (terms, booked, more) => {
        const bookedPeriods = Math.min(booked, terms.periods - terms.openingPeriods - 1);
        const rows = scheduleOf(terms, { bookedPeriods, costMinor: terms.salvageMinor + more, accumulatedMinor: 0n });
        expect(rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(more);
      }),
      { numRuns: 500 },
    );
  });
});

describe('any deferral', () => {
  it('adds up to its amount, part by part above zero', () => {
    const terms = fc.record({
      amountMinor: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      start: fc.nat(3000),
      length: fc.nat(1500),
      basis: fc.constantFrom('days', 'months' as const),
    });
    fc.assert(
      fc.property(terms, ({ amountMinor, start, length, basis }) => {
        const startsOn = addDays(businessDate('2019-01-01'), start);
        const rows = deferralScheduleOf({
          amountMinor,
          startsOn,
          endsOn: addDays(startsOn, length),
          basis: basis as 'days' | 'months',
        });
        expect(rows.reduce((sum, row) => sum + row.amountMinor, 0n)).toBe(amountMinor);
        expect(rows.every((row) => row.amountMinor > 0n && row.startsOn <= row.endsOn)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
