import {
  addDays,
  addMonths,
  type BusinessDate,
  businessDate,
  type Currency,
  type Decimal,
  daysInMonth,
  decimal,
  decimalOf,
  endOfMonth,
  money,
  multiply,
  partsOf,
  roundToMoney,
} from '@atlas/kernel';

/** When an instalment is due: months on, then set to a day, then days on, then a day of the month after; its day 0 is the last before it. */
export type Delay = {
  readonly months: number;
  readonly onDay: number | null;
  readonly days: number;
  readonly dayOfNextMonth: number | null;
};

export type TermLine = Delay & {
  /** A share of the total, a share of what is left after the lines before, an amount, or all that is left. */
  readonly kind: 'percent' | 'percent_of_rest' | 'fixed' | 'rest';
  /** A share (0.3 is 30 %) or an amount in the document's currency; null with `rest`. */
  readonly value: string | null;
};

export type Instalment = { readonly dueDate: BusinessDate; readonly amountMinor: bigint };

const onDayOf = (date: BusinessDate, day: number): BusinessDate => {
  const [year, month] = partsOf(date);
  return businessDate(`${date.slice(0, 8)}${String(Math.min(day, daysInMonth(year, month))).padStart(2, '0')}`);
};

/** The day after a delay. A day that a month does not have is its last. */
export function dueDateAfter(date: BusinessDate, { months, onDay, days, dayOfNextMonth }: Delay): BusinessDate {
  const moved = addMonths(date, months);
  const set = addDays(onDay === null ? moved : onDayOf(moved, onDay), days);
  if (dayOfNextMonth === 0) return endOfMonth(set);
  return dayOfNextMonth === null ? set : onDayOf(addMonths(onDayOf(set, 1), 1), dayOfNextMonth);
}

const part = (minor: bigint, share: Decimal, currency: Currency): bigint =>
  roundToMoney(multiply(decimalOf(money(minor, currency)), share), currency).minor;

function amountOf({ kind, value }: TermLine, total: bigint, left: bigint, currency: Currency): bigint {
  const stated = decimal(value ?? '0');
  if (kind === 'percent') return part(total, stated, currency);
  if (kind === 'percent_of_rest') return part(left, stated, currency);
  return kind === 'fixed' ? roundToMoney(stated, currency).minor : left;
}

/**
 * Splits a total by the lines of payment terms, each rounded to the cent half away from zero; the last takes what is left,
 * whatever it says, so that the instalments are the total.
 */
export function instalmentsOf(
  lines: readonly TermLine[],
  { date, totalMinor, currency }: { readonly date: BusinessDate; readonly totalMinor: bigint; readonly currency: Currency },
): Instalment[] {
  let left = totalMinor;
  return lines.map((line, index) => {
    const amountMinor = index === lines.length - 1 ? left : amountOf(line, totalMinor, left, currency);
    left -= amountMinor;
    return { dueDate: dueDateAfter(date, line), amountMinor };
  });
}
