import type { BusinessDate, Decimal } from '@atlas/kernel';

export type Method = 'straight_line' | 'declining_balance' | 'double_declining_balance' | 'written_down_value';

/**
 * How a period that the asset was not in use for entirely is counted: by the days or the calendar months in use, or every
 * period by its days, out of those of the useful life or of the fiscal year.
 */
export type ProRata = 'days' | 'months' | 'days_of_life' | 'days_of_year';

/** What decides how an asset loses its value. Amounts in minor units. */
export type AssetTerms = {
  readonly costMinor: bigint;
  /** What it will be worth at the end: never written off. */
  readonly salvageMinor: bigint;
  /** Written off before, in other books. */
  readonly openingMinor: bigint;
  /** Periods that were written off before, in other books. */
  readonly openingPeriods: number;
  readonly method: Method;
  /** Share of the book value written off a year; null is derived from the other terms. */
  readonly yearlyRate: Decimal | null;
  /** Periods of the whole useful life. */
  readonly periods: number;
  readonly monthsPerPeriod: number;
  readonly availableOn: BusinessDate;
  /** End of the first period that is written off in these books; the last day of a month stays one. */
  readonly firstPeriodEndsOn: BusinessDate;
  readonly proRata: ProRata;
  /** 1 to 12: book values are taken and days are counted by fiscal year. */
  readonly fiscalYearStartsIn: number;
};

/** One period of a plan. */
export type ScheduleRow = {
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  readonly amountMinor: bigint;
  readonly accumulatedMinor: bigint;
  readonly netMinor: bigint;
};
