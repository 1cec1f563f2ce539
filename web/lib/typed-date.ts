import { addDays, type BusinessDate, businessDate, isBusinessDate, partsOf } from '@atlas/kernel';

/** The order in which a locale writes a day, such as `dmy`. */
export function dateOrderOf(locale: string): 'dmy' | 'mdy' | 'ymd' {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(new Date(0));
  const order = parts
    .filter(({ type }) => type === 'day' || type === 'month' || type === 'year')
    .map(({ type }) => type[0])
    .join('');
  return order === 'mdy' || order === 'ymd' ? order : 'dmy';
}

const words: Readonly<Record<string, number>> = {
  today: 0,
  t: 0,
  heute: 0,
  h: 0,
  tomorrow: 1,
  morgen: 1,
  yesterday: -1,
  gestern: -1,
};

/** How far ahead a year of two digits may lie before the last century is meant. */
const yearsAhead = 20;

const fullYearOf = (year: number, thisYear: number): number => {
  if (year >= 100) return year;
  const century = thisYear - (thisYear % 100);
  return century + year > thisYear + yearsAhead ? century - 100 + year : century + year;
};

function dayOf(fullYear: number, month: number, day: number): BusinessDate | null {
  const text = `${String(fullYear).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isBusinessDate(text) ? businessDate(text) : null;
}

/**
 * Reads a day as people type it: `15` (this month), `15/3` or `15.3.` (this year), `15/3/26`, `2026-03-15`, `today`,
 * `+30`, `-7`. `order` decides between day and month where both are possible.
 *
 * @returns null when it is no day
 */
export function typedDate(typed: string, today: BusinessDate, order: 'dmy' | 'mdy' | 'ymd'): BusinessDate | null {
  const text = typed.trim().toLowerCase();
  const shift = words[text];
  if (shift !== undefined) return addDays(today, shift);
  if (/^[+-]\d{1,4}$/.test(text)) return addDays(today, Number(text));
  if (isBusinessDate(text)) return businessDate(text);
  if (!/^\d{1,4}([./\- ]\d{1,4}){0,2}[./]?$/.test(text)) return null;
  const numbers = text.split(/[./\- ]/).filter((part) => part !== '');
  const [year, month] = partsOf(today);
  const [a = 0, b = 0, c = 0] = numbers.map(Number);
  if (numbers.length === 1) return dayOf(year, month, a);
  if (numbers[0]?.length === 4) return dayOf(a, b, c || 1);
  const monthFirst = order === 'mdy' ? a <= 12 : b > 12;
  const [typedDay, typedMonth] = monthFirst ? [b, a] : [a, b];
  return dayOf(numbers.length === 3 ? fullYearOf(c, year) : year, typedMonth, typedDay);
}
