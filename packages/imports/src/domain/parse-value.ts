import { isBusinessDate, monthNamed } from '@atlas/kernel';

export type DecimalMark = 'point' | 'comma';
export type DateOrder = 'ymd' | 'dmy' | 'mdy';
export type ValueType = 'text' | 'decimal' | 'date' | 'flag';

/** How numbers and dates are written in the files of an import. */
export type Writing = { readonly decimalMark: DecimalMark; readonly dateOrder: DateOrder };

export type Parsed = { readonly value: string } | { readonly refusal: string };

/** Thousands apart, and as India writes them: `12,34,567.89`. */
const grouped = {
  point: /^\d{1,3}([,']\d{3})+(\.\d+)?$|^\d{1,2}(,\d{2})+,\d{3}(\.\d+)?$/,
  comma: /^\d{1,3}([.']\d{3})+(,\d+)?$/,
} as const;
const plain = { point: /^\d+(\.\d+)?$|^\.\d+$/, comma: /^\d+(,\d+)?$|^,\d+$/ } as const;

/**
 * Reads an amount as people write it in the declared way: `1,234.56`, `1.234,56`, `1'234.56`, `(12.00)` and `-12`, `12-` for
 * negatives. Never guesses: what does not fit the declared mark is refused.
 *
 * @returns plain decimal text
 */
export function parseDecimal(text: string, mark: DecimalMark): Parsed {
  const trimmed = text
    .trim()
    .replace(/[\u00a0\u2009\u202f]/g, '')
    .replaceAll('\u2212', '-')
    .replaceAll('\u2019', "'");
  const bracketed = /^\((.*)\)$/.exec(trimmed);
  const unsigned = (bracketed?.[1] ?? trimmed).replace(/^[+-]|-$/, '').trim();
  const negative = bracketed !== null || trimmed.startsWith('-') || trimmed.endsWith('-');
  if (!plain[mark].test(unsigned) && !grouped[mark].test(unsigned)) {
    return { refusal: `"${text.slice(0, 40)}" is not a number with a decimal ${mark}` };
  }
  const digits = mark === 'point' ? unsigned.replace(/[,']/g, '') : unsigned.replace(/[.']/g, '').replace(',', '.');
  const value = digits.startsWith('.') ? `0${digits}` : digits;
  return { value: negative && /[1-9]/.test(value) ? `-${value}` : value };
}

const orders: Record<DateOrder, readonly [year: number, month: number, day: number]> = {
  ymd: [1, 2, 3],
  dmy: [3, 2, 1],
  mdy: [3, 1, 2],
};

/** A day with its month as a number, and `-` between its parts where there is nothing: `15-Jan-2026`, `Jan 15, 2026`, `20260115`. */
const inNumbers = (text: string): string =>
  text
    .trim()
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    .replace(/^(\d{1,4}[-/. ]+)?(\p{L}{3,9})\.?[-/. ]+(?=\d)/u, (whole, before = '', name) => {
      const month = monthNamed(name);
      return month === null ? whole : `${before.replace(/[-/. ]+$/, '-')}${month}-`;
    })
    .replace(/^(\d{1,2}-\d{1,2}), /, '$1-');

/**
 * Reads a day in the declared order, with `-`, `/` or `.` between its parts, its month as a number or by its name; a time of day
 * after it is left off.
 */
export function parseDate(text: string, order: DateOrder): Parsed {
  const refusal = { refusal: `"${text.slice(0, 40)}" is not a date (${order.split('').join('-')})` };
  const parts = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(inNumbers(text));
  if (!parts) return refusal;
  const [year, month, day] = orders[order].map((index) => parts[index] ?? '') as [string, string, string];
  if (year.length !== 4) return refusal;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isBusinessDate(date) ? { value: date } : { refusal: `"${text.slice(0, 40)}" is a day that does not exist` };
}

/** Reads a value as the type that its field has. Empty text stays empty. */
export function parseValue(text: string, type: ValueType, mark: DecimalMark, order: DateOrder): Parsed {
  if (text.trim() === '') return { value: '' };
  if (type === 'decimal') return parseDecimal(text, mark);
  if (type === 'date') return parseDate(text, order);
  if (type === 'flag') return { value: /^(1|true|yes|y)$/i.test(text.trim()) ? 'true' : 'false' };
  return { value: text.trim() };
}
