import { type BusinessDate, daysBetween, divideRounded } from '@atlas/kernel';

type Planned = { readonly startsOn: BusinessDate; readonly endsOn: BusinessDate; readonly amountMinor: bigint };

/** What planned rows write off up to a day: the period of the day by its days. */
export function dueUntil(rows: readonly Planned[], day: BusinessDate): bigint {
  return rows.reduce((sum, { startsOn, endsOn, amountMinor }) => {
    if (endsOn <= day) return sum + amountMinor;
    if (startsOn > day) return sum;
    const days = BigInt(daysBetween(startsOn, day) + 1);
    return sum + divideRounded(amountMinor * days, BigInt(daysBetween(startsOn, endsOn) + 1), 'half-even');
  }, 0n);
}
