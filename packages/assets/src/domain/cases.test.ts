import { businessDate, decimal, divide, moneyOf } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { deferralScheduleOf, endOfTerm } from './deferral-schedule.ts';
import cases from './depreciation-and-deferral.cases.json' with { type: 'json' };
import { scheduleOf } from './schedule.ts';
import type { AssetTerms, Method, ProRata } from './terms.ts';

const minor = (amount: number | undefined): bigint => moneyOf(String(amount ?? 0), 'EUR').minor;

type Case = (typeof cases.depreciation)[number];

const proRataOf = (given: Case): ProRata => {
  if (!given.daily_prorata) return 'days';
  return given.daily_rate_basis === 'days of each year' ? 'days_of_year' : 'days_of_life';
};

const termsOf = (given: Case): AssetTerms => ({
  costMinor: minor(given.cost),
  salvageMinor: minor(given.salvage),
  openingMinor: minor(given.opening_accumulated),
  openingPeriods: given.opening_periods_booked ?? 0,
  method: given.method as Method,
  yearlyRate: given.rate_pct_per_year === undefined ? null : divide(decimal(String(given.rate_pct_per_year)), decimal('100'), 5),
  periods: given.periods,
  monthsPerPeriod: given.months_per_period,
  availableOn: businessDate(given.available_for_use),
  firstPeriodEndsOn: businessDate(given.first_posting_date),
  proRata: proRataOf(given),
  fiscalYearStartsIn: 1,
});

describe('depreciation as others know it', () => {
  it.each(cases.depreciation)('$id: $source', (given) => {
    const rows = scheduleOf(termsOf(given)).map(({ endsOn, amountMinor, accumulatedMinor }) => [
      endsOn,
      amountMinor,
      accumulatedMinor,
    ]);
    expect(rows).toEqual(given.expect.map(({ date, amount, accumulated }) => [date, minor(amount), minor(accumulated)]));
  });
});

describe('deferral as others know it', () => {
  it.each(cases.deferral)('$id: $source', ({ given, expect: { schedule } }) => {
    const startsOn = businessDate(given.service_start ?? given.posting ?? '');
    const endsOn = given.service_end === undefined ? endOfTerm(startsOn, given.months ?? 0) : businessDate(given.service_end);
    const basis = given.basis === 'days' ? 'days' : 'months';
    const rows = deferralScheduleOf({ amountMinor: minor(given.amount), startsOn, endsOn, basis });
    const expected = schedule
      .map(([date, amount]) => [String(date), minor(Number(amount))] as const)
      .filter(([, amount]) => amount > 0n);
    expect(rows.map((row, index) => [row.endsOn.slice(0, expected[index]?.[0].length), row.amountMinor])).toEqual(expected);
  });
});
