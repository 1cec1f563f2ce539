import { divideRounded } from '@atlas/kernel';
import { declining } from './declining.ts';
import { spansOf } from './spans.ts';
import { straightLine } from './straight-line.ts';
import type { AssetTerms, ScheduleRow } from './terms.ts';

/** How far an asset is written off when the rest of it is planned. */
export type Progress = { readonly bookedPeriods: number; readonly costMinor: bigint; readonly accumulatedMinor: bigint };

const atTheBeginning = ({ costMinor, openingMinor }: AssetTerms): Progress => ({
  bookedPeriods: 0,
  costMinor,
  accumulatedMinor: openingMinor,
});

/**
 * Plans what is written off, period by period: each amount is settled to the minor unit, ties to the even one so that
 * halves of many periods do not add up; the last amount takes what is left, and none goes below the salvage value. Periods without an amount are left out.
 *
 * @param progress where the plan begins; left out, at the beginning
 */
export function scheduleOf(terms: AssetTerms, progress: Progress = atTheBeginning(terms)): ScheduleRow[] {
  const spans = spansOf(terms);
  let value = progress.costMinor - progress.accumulatedMinor;
  const amountOf = terms.method === 'straight_line' ? straightLine(terms, value, progress.bookedPeriods) : declining(terms);
  const rows: ScheduleRow[] = [];
  for (const [index, span] of spans.entries()) {
    const left = value - terms.salvageMinor;
    if (index < progress.bookedPeriods || left <= 0n) continue;
    const { over, under } = amountOf(span, value);
    const due = divideRounded(over, under, 'half-even');
    const amountMinor = index === spans.length - 1 || due > left ? left : due;
    if (amountMinor <= 0n) continue;
    value -= amountMinor;
    const { startsOn, endsOn } = span;
    rows.push({ startsOn, endsOn, amountMinor, accumulatedMinor: progress.costMinor - value, netMinor: value });
  }
  return rows;
}
