import { addDays, addMonths, type BusinessDate, endOfMonth, startOfMonth } from '@atlas/kernel';

export type Range = { readonly from: BusinessDate; readonly to: BusinessDate };
export type FiscalYearSpan = { readonly startsOn: BusinessDate; readonly endsOn: BusinessDate };

export const presetNames = ['this_month', 'last_month', 'this_year', 'last_year', 'all'] as const;
export type PresetName = (typeof presetNames)[number];

/** The fiscal year that a day lies in: of the books where they have one, otherwise the calendar's. */
function yearOf(day: BusinessDate, years: readonly FiscalYearSpan[]): Range {
  const year = years.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  return year ? { from: year.startsOn, to: year.endsOn } : { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
}

/**
 * The days that each preset means today. Years are fiscal years; `all` is everything from the first fiscal year to the
 * end of the last.
 *
 * @param years fiscal years of the books, in any order
 */
export function presetRanges(today: BusinessDate, years: readonly FiscalYearSpan[]): Record<PresetName, Range> {
  const month = { from: startOfMonth(today), to: endOfMonth(today) };
  const before = addMonths(month.from, -1);
  const thisYear = yearOf(today, years);
  const starts = years.map(({ startsOn }) => startsOn).sort();
  const ends = years.map(({ endsOn }) => endsOn).sort();
  return {
    this_month: month,
    last_month: { from: before, to: endOfMonth(before) },
    this_year: thisYear,
    last_year: yearOf(addDays(thisYear.from, -1), years),
    all: { from: starts[0] ?? thisYear.from, to: ends.at(-1) ?? thisYear.to },
  };
}

/** The preset that means exactly these days, if one does. */
export const presetOf = (range: Range, presets: Record<PresetName, Range>): PresetName | null =>
  presetNames.find((name) => presets[name].from === range.from && presets[name].to === range.to) ?? null;
