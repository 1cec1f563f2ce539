import { addDays, addMonths, type BusinessDate, daysBetween, divideRounded, endOfMonth, startOfMonth } from '@atlas/kernel';

export type DeferralBasis = 'days' | 'months';

export type DeferralTerms = {
  readonly amountMinor: bigint;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  readonly basis: DeferralBasis;
};

export type DeferralRow = { readonly startsOn: BusinessDate; readonly endsOn: BusinessDate; readonly amountMinor: bigint };

type Part = { readonly startsOn: BusinessDate; readonly endsOn: BusinessDate; readonly weight: bigint };

/** Days, or tenths of the month: a month that is served for less than a twentieth counts nothing. */
function weightOf(startsOn: BusinessDate, endsOn: BusinessDate, basis: DeferralBasis): bigint {
  const days = BigInt(daysBetween(startsOn, endsOn) + 1);
  if (basis === 'days') return days;
  return divideRounded(days * 10n, BigInt(daysBetween(startOfMonth(endsOn), endOfMonth(endsOn)) + 1));
}

/** The calendar months of a service. */
function monthsServed({ startsOn, endsOn, basis }: DeferralTerms): Part[] {
  const parts: Part[] = [];
  for (let from = startsOn; from <= endsOn; from = addDays(endOfMonth(from), 1)) {
    const to = endOfMonth(from) < endsOn ? endOfMonth(from) : endsOn;
    parts.push({ startsOn: from, endsOn: to, weight: weightOf(from, to, basis) });
  }
  return parts;
}

/** When a service ends that lasts some months. None: on the day it begins, and all is earned at once. */
export const endOfTerm = (startsOn: BusinessDate, months: number): BusinessDate =>
  months === 0 ? startsOn : addDays(addMonths(startsOn, months), -1);

/**
 * Spreads an amount over the calendar months of a service by their days, or evenly over months. The last part takes what is
 * left, so that the parts are the amount.
 */
export function deferralScheduleOf(terms: DeferralTerms): DeferralRow[] {
  const parts = monthsServed(terms);
  const served = parts.filter(({ weight }) => weight > 0n);
  const used = served.length > 0 ? served : parts.slice(0, 1);
  const total = used.reduce((sum, { weight }) => sum + weight, 0n);
  let left = terms.amountMinor;
  return used.flatMap(({ startsOn, endsOn, weight }, index) => {
    const isLast = index === used.length - 1;
    const due = isLast ? left : divideRounded(terms.amountMinor * weight, total);
    const amountMinor = isLast || due > left ? left : due;
    left -= amountMinor;
    return amountMinor > 0n ? [{ startsOn, endsOn, amountMinor }] : [];
  });
}
