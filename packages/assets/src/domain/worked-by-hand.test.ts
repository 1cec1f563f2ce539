import { businessDate } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { type DeferralBasis, deferralScheduleOf } from './deferral-schedule.ts';
import { scheduleOf } from './schedule.ts';
import type { AssetTerms } from './terms.ts';
import { dueUntil } from './until-day.ts';

const terms = (availableOn: string, firstPeriodEndsOn: string, more: Partial<AssetTerms>): AssetTerms => ({
  costMinor: 1_200_000n,
  salvageMinor: 0n,
  openingMinor: 0n,
  openingPeriods: 0,
  method: 'straight_line',
  yearlyRate: null,
  periods: 12,
  monthsPerPeriod: 1,
  proRata: 'days',
  fiscalYearStartsIn: 1,
  ...more,
  availableOn: businessDate(availableOn),
  firstPeriodEndsOn: businessDate(firstPeriodEndsOn),
});
const times = (count: number, amount: number): number[] => Array.from({ length: count }, () => amount);
const yearly = { periods: 5, monthsPerPeriod: 12, costMinor: 1_000_000n, salvageMinor: 100_000n };

/** Every figure is worked out on paper, in cents. */
const cases: [what: string, terms: AssetTerms, amounts: number[], last: string][] = [
  ['from the first of a month', terms('2024-01-01', '2024-01-31', {}), times(12, 100_000), '2024-12-31'],
  [
    'from the middle of February of a leap year, by days',
    terms('2024-02-15', '2024-02-29', {}),
    [51_724, ...times(11, 100_000), 48_276],
    '2025-02-15',
  ],
  [
    'from the middle of February, by months',
    terms('2024-02-15', '2024-02-29', { proRata: 'months' }),
    times(12, 100_000),
    '2025-01-31',
  ],
  ['from the last day of a month', terms('2026-01-31', '2026-01-31', {}), [3_226, ...times(11, 100_000), 96_774], '2027-01-31'],
  [
    'by the days of a life with a leap day',
    terms('2024-01-01', '2024-01-31', { proRata: 'days_of_life', costMinor: 36_600n }),
    [3100, 2900, 3100, 3000, 3100, 3000, 3100, 3100, 3000, 3100, 3000, 3100],
    '2024-12-31',
  ],
  [
    'by the days of each year, over two of them',
    terms('2024-07-01', '2024-12-31', { proRata: 'days_of_year', periods: 2, monthsPerPeriod: 6, costMinor: 366_000n }),
    [184_000, 182_000],
    '2025-06-30',
  ],
  [
    'of what does not divide by three: the last takes the cent',
    terms('2026-01-01', '2026-12-31', { periods: 3, monthsPerPeriod: 12, costMinor: 100_000n }),
    [33_333, 33_333, 33_334],
    '2028-12-31',
  ],
  [
    'of less than there are periods: all of it at the end',
    terms('2026-01-01', '2026-01-31', { costMinor: 5n }),
    [5],
    '2026-12-31',
  ],
  [
    'by quarters of a year that begins in April',
    terms('2026-04-01', '2026-06-30', { periods: 4, monthsPerPeriod: 3, fiscalYearStartsIn: 4 }),
    times(4, 300_000),
    '2027-03-31',
  ],
  [
    'double declining to a salvage value',
    terms('2024-01-01', '2024-12-31', { ...yearly, method: 'double_declining_balance' }),
    [400_000, 240_000, 144_000, 86_400, 29_600],
    '2028-12-31',
  ],
  [
    'written down to a salvage value by a rate given',
    terms('2024-01-01', '2024-12-31', { ...yearly, method: 'written_down_value', yearlyRate: { coefficient: 5n, scale: 1 } }),
    [500_000, 250_000, 125_000, 25_000],
    '2027-12-31',
  ],
  [
    'declining by a rate, the rest at the end',
    terms('2024-01-01', '2024-12-31', { ...yearly, method: 'declining_balance', yearlyRate: { coefficient: 2n, scale: 1 } }),
    [200_000, 160_000, 128_000, 102_400, 309_600],
    '2028-12-31',
  ],
  [
    'written off elsewhere for two years, one of them with a leap day',
    terms('2023-01-01', '2025-01-31', { periods: 60, openingPeriods: 24, costMinor: 6_000_000n, openingMinor: 2_400_000n }),
    times(36, 100_000),
    '2027-12-31',
  ],
  [
    'the same by months',
    terms('2023-01-01', '2025-01-31', {
      periods: 60,
      openingPeriods: 24,
      costMinor: 6_000_000n,
      openingMinor: 2_400_000n,
      proRata: 'months',
    }),
    times(36, 100_000),
    '2027-12-31',
  ],
  [
    'the same by days of life',
    terms('2023-01-01', '2025-12-31', {
      periods: 4,
      openingPeriods: 2,
      monthsPerPeriod: 12,
      costMinor: 146_100n,
      openingMinor: 73_100n,
      proRata: 'days_of_life',
    }),
    [36_500, 36_500],
    '2026-12-31',
  ],
];

describe('a schedule worked out on paper', () => {
  it.each(cases)('%s', (_what, given, amounts, last) => {
    const rows = scheduleOf(given);
    expect(rows.map(({ amountMinor }) => Number(amountMinor))).toEqual(amounts);
    expect(rows.at(-1)?.endsOn).toBe(last);
  });

  it.each(['days', 'months'] as const)(
    'planned anew after half a year, the rest is even over the months that are left, by %s',
    (proRata) => {
      const given = terms('2026-01-01', '2026-01-31', { periods: 36, costMinor: 3_600_000n, proRata });
      const rows = scheduleOf(given, { bookedPeriods: 6, costMinor: 2_400_000n, accumulatedMinor: 0n });
      expect(rows.map(({ amountMinor }) => Number(amountMinor))).toEqual(times(30, 80_000));
    },
  );
});

describe('what is due until the day on which an asset leaves', () => {
  const rows = [
    { startsOn: '2024-01-01', endsOn: '2024-01-31', amountMinor: 100_000n },
    { startsOn: '2024-02-01', endsOn: '2024-02-29', amountMinor: 100_000n },
    { startsOn: '2024-03-01', endsOn: '2024-03-31', amountMinor: 100_000n },
  ].map((row) => ({ ...row, startsOn: businessDate(row.startsOn), endsOn: businessDate(row.endsOn) }));

  it.each([
    ['2023-12-31', 0n],
    ['2024-01-01', 3_226n],
    ['2024-01-31', 100_000n],
    ['2024-02-14', 148_276n],
    ['2024-02-29', 200_000n],
    ['2024-03-15', 248_387n],
    ['2024-12-31', 300_000n],
  ])('%s', (day, due) => expect(dueUntil(rows, businessDate(day))).toBe(due));
});

describe('a deferral worked out on paper', () => {
  const cases: [amount: number, from: string, to: string, basis: DeferralBasis, parts: number[]][] = [
    [36_600, '2024-01-01', '2024-12-31', 'days', [3100, 2900, 3100, 3000, 3100, 3000, 3100, 3100, 3000, 3100, 3000, 3100]],
    [1_200, '2026-01-01', '2026-12-31', 'months', times(12, 100)],
    [120_000, '2024-01-15', '2025-01-14', 'months', [5_000, ...times(11, 10_000), 5_000]],
    [10_000, '2024-02-10', '2024-02-20', 'days', [10_000]],
    [10_000, '2026-01-31', '2026-02-01', 'days', [5_000, 5_000]],
    [2, '2026-01-01', '2026-03-31', 'months', [1, 1]],
    [100, '2026-11-15', '2027-02-14', 'days', [17, 34, 34, 15]],
  ];
  it.each(cases)('%d from %s to %s by %s', (amount, from, to, basis, parts) => {
    const rows = deferralScheduleOf({
      amountMinor: BigInt(amount),
      startsOn: businessDate(from),
      endsOn: businessDate(to),
      basis,
    });
    expect(rows.map(({ amountMinor }) => Number(amountMinor))).toEqual(parts);
  });
});
