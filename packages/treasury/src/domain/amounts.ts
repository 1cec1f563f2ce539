import { type BusinessDate, dayNumber, isBusinessDate, partsOf } from '@atlas/kernel';

/**
 * The amount of a format whose decimal sign is a comma or a point and which knows no grouping: MT940, OFX, CAMT. Null when
 * it is none; where both signs stand, the last one is the decimal sign.
 *
 * @returns plain decimal text
 */
export function plainAmount(text: string): string | null {
  const trimmed = text.trim().replace(/^\+/, '');
  const last = Math.max(trimmed.lastIndexOf(','), trimmed.lastIndexOf('.'));
  const [whole, fraction] = last < 0 ? [trimmed, ''] : [trimmed.slice(0, last), trimmed.slice(last + 1)];
  const digits = /^-?\d{1,3}([.,]\d{3})+$/.test(whole) ? whole.replace(/[.,]/g, '') : whole;
  if (!/^-?\d{0,18}$/.test(digits) || !/^\d{0,9}$/.test(fraction) || !/\d/.test(digits + fraction)) return null;
  const unsigned = digits.replace('-', '').replace(/^0+(?=\d)/, '') || '0';
  const amount = fraction === '' ? unsigned : `${unsigned}.${fraction}`;
  return digits.startsWith('-') && /[1-9]/.test(amount) ? `-${amount}` : amount;
}

/** The amount with its sign turned. */
export const negated = (amount: string): string =>
  amount.startsWith('-') ? amount.slice(1) : /[1-9]/.test(amount) ? `-${amount}` : amount;

/** A day from its three parts, or null when it does not exist. */
export function dayOf(year: string, month: string, day: string): BusinessDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isBusinessDate(text) ? text : null;
}

/** Years of two digits: up to 79 they are of this century, as SWIFT reads them. */
export const wholeYear = (year: string): string => (year.length === 4 ? year : `${Number(year) < 80 ? '20' : '19'}${year}`);

/** `YYMMDD` or `YYYYMMDD`, whatever follows; null when there is no such day. */
export function compactDay(text: string, yearDigits: 2 | 4): BusinessDate | null {
  const parts = new RegExp(`^(\\d{${yearDigits}})(\\d{2})(\\d{2})`).exec(text.trim());
  return parts && dayOf(wholeYear(parts[1] as string), parts[2] as string, parts[3] as string);
}

/** The day `MMDD` that is nearest to another one: entries of January may stand beside values of December. */
export function nearestDay(monthDay: string, to: BusinessDate): BusinessDate | null {
  const [year] = partsOf(to);
  const candidates = [year - 1, year, year + 1].flatMap((each) => {
    const day = dayOf(String(each).padStart(4, '0'), monthDay.slice(0, 2), monthDay.slice(2, 4));
    return day ? [day] : [];
  });
  const distance = (day: BusinessDate): number => Math.abs(dayNumber(day) - dayNumber(to));
  return candidates.sort((one, other) => distance(one) - distance(other))[0] ?? null;
}
