import {
  AtlasError,
  addDays,
  addMonths,
  type BusinessDate,
  daysBetween,
  endOfMonth,
  monthsBetween,
  startOfMonth,
} from '@atlas/kernel';

/** How a statement is set in columns: one, beside earlier periods, or cut into pieces. */
export type ColumnLayout = 'one' | 'previous' | 'year_before' | 'month' | 'quarter' | 'year';

/** The days of a column; balances as of a day have no first one. */
export type Span = { readonly from: BusinessDate | null; readonly to: BusinessDate };

/** More do not fit a page, and each costs a read. */
const mostColumns = 24;

const isMonthEnd = (day: BusinessDate): boolean => endOfMonth(day) === day;

/** The same day so many months away; the end of a month stays the end of a month. */
function monthsAway(day: BusinessDate, months: number): BusinessDate {
  const moved = addMonths(day, months);
  return isMonthEnd(day) ? endOfMonth(moved) : moved;
}

/** How many whole months a range is, 0 when it is not made of whole months. */
const wholeMonths = (from: BusinessDate, to: BusinessDate): number =>
  startOfMonth(from) === from && isMonthEnd(to) ? monthsBetween(from, to) + 1 : 0;

/** The period just before one, of the same length; before a day, the end of the month before. */
function spanBefore({ from, to }: Span): Span {
  if (from === null) return { from, to: endOfMonth(addMonths(to, -1)) };
  const months = wholeMonths(from, to);
  if (months > 0) return { from: addMonths(from, -months), to: monthsAway(to, -months) };
  const end = addDays(from, -1);
  return { from: addDays(end, -daysBetween(from, to)), to: end };
}

const yearBefore = ({ from, to }: Span): Span => ({ from: from && addMonths(from, -12), to: monthsAway(to, -12) });

/** A range cut into pieces of so many months, from its first month on. */
function pieces(from: BusinessDate, to: BusinessDate, months: number): (Span & { from: BusinessDate })[] {
  const count = Math.floor(monthsBetween(from, to) / months) + 1;
  if (count > mostColumns)
    throw new AtlasError('invalid_period', `Ask for ${mostColumns} columns at most, not for ${count}: take longer pieces.`);
  return Array.from({ length: count }, (_, index) => {
    const start = addMonths(startOfMonth(from), index * months);
    const end = endOfMonth(addMonths(start, months - 1));
    return { from: start < from ? from : start, to: end > to ? to : end };
  });
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

export type Layout = {
  readonly columns: ColumnLayout;
  /** How many earlier periods stand beside the first. */
  readonly periods: number;
  readonly from: BusinessDate | null;
  readonly to: BusinessDate;
  /** Whether columns are as of a day: then `from` is where the first piece begins. */
  readonly asOf: boolean;
};

/**
 * The days of each column, in the order in which they stand. Pieces of movements are followed by the whole range.
 *
 * @throws AtlasError `invalid_period` when the range is none, or is cut into more columns than fit
 */
export function spansOfColumns({ columns, periods, from, to, asOf }: Layout): Span[] {
  if (from !== null && to < from)
    throw new AtlasError('invalid_period', `a period cannot end (${to}) before it starts (${from})`);
  const first: Span = { from: asOf ? null : from, to };
  if (columns === 'one') return [first];
  if (columns === 'previous' || columns === 'year_before') {
    const step = columns === 'previous' ? spanBefore : yearBefore;
    const spans = [first];
    for (let count = 0; count < periods; count++) spans.push(step(spans[count] as Span));
    return spans;
  }
  if (from === null) throw new AtlasError('invalid_period', 'Say from which day on the statement is to be cut into columns.');
  const cut = pieces(from, to, monthsOf[columns]);
  if (asOf) return cut.map((piece) => ({ from: null, to: piece.to }));
  return cut.length > 1 ? [...cut, first] : cut;
}
