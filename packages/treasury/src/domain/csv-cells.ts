import { type BusinessDate, monthNamed } from '@atlas/kernel';
import { dayOf, wholeYear } from './amounts.ts';

/** Thousands apart, and as India writes them: `12,34,567.89`. */
const grouped = {
  point: /^\d{1,3}([,' ]\d{3})+(\.\d+)?$|^\d{1,2}(,\d{2})+,\d{3}(\.\d+)?$/,
  comma: /^\d{1,3}([.' ]\d{3})+(,\d+)?$/,
} as const;
const plain = { point: /^\d*(\.\d+)?\.?$/, comma: /^\d*(,\d+)?,?$/ } as const;

/** A longer cell is no amount, and neither are more digits than any format has. */
const longestAmount = 60;
const sensible = /^\d{1,18}(\.\d{1,9})?$/;

/** What stands around the digits: a sign and a currency on either side, and behind them which side of the account it is. */
const dressed =
  /^([+-])?\s*(?:[A-Z]{3}|\p{Sc})?\s*([+-])?\s*([\d.,' ]*\d[.,]?)\s*([+-])?\s*(?:[A-Z]{3}|\p{Sc})?\s*([Cc][Rr]?|[Dd][Rr]?|[HhSs])?$/u;

/** Blanks, dashes and apostrophes as typewriters know them. */
const typewritten = (text: string): string =>
  text
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/[\u2012\u2013\u2212]/g, '-')
    .replaceAll('\u2019', "'")
    .trim();

/**
 * Reads an amount in the declared way and never guesses: `1.234,56`, `(12.00)`, `-12`, `12-`, `12 EUR`, `-$12`, `12.00 DR`. Null
 * when it is none, or has two signs.
 */
export function csvAmount(text: string, mark: 'point' | 'comma'): string | null {
  if (text.length > longestAmount) return null;
  const bare = typewritten(text);
  const bracketed = /^\((.*)\)$/.exec(bare);
  const parts = dressed.exec((bracketed?.[1] ?? bare).trim());
  if (!parts) return null;
  const [, before, within, figure = '', behind, side = ''] = parts;
  const signs = [before, within, behind].filter((sign) => sign !== undefined);
  const unsigned = figure.trim();
  if (signs.length > 1 || !(plain[mark].test(unsigned) || grouped[mark].test(unsigned))) return null;
  const isDebit = /^[DS]/i.test(side);
  const isNegative = bracketed !== null || signs[0] === '-';
  if (isNegative && side !== '' && !isDebit) return null;
  const digits = unsigned
    .replace(mark === 'point' ? /[,' ]/g : /[.' ]/g, '')
    .replace(',', '.')
    .replace(/\.$/, '');
  const amount = digits.startsWith('.') ? `0${digits}` : digits;
  if (!sensible.test(amount)) return null;
  return (isNegative || isDebit) && /[1-9]/.test(amount) ? `-${amount}` : amount;
}

/** What a part of a format stands for in a cell. Without anything between the parts, each has its whole width. */
function patternOf(token: string, format: string): string {
  if (!/^[YMD]/.test(token)) return token.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
  if (token === 'MMM') return '(\\p{L}{3,9})\\.?';
  if (token.startsWith('Y')) return `(\\d{${token.length}})`;
  return token.length === 2 && !/[^YMD]/.test(format) ? '(\\d{2})' : '(\\d{1,2})';
}

/** Reads a day in the declared format; what follows it, such as a time of day, is left off. Null when there is no such day. */
export function csvDay(text: string, format: string): BusinessDate | null {
  const tokens = format.match(/YYYY|YY|M{1,3}|DD?|[^YMD]/g) ?? [];
  const pattern = tokens.map((token) => patternOf(token, format)).join('');
  const found = new RegExp(`^${pattern}(?!\\d)`, 'u').exec(text.trim());
  if (!found) return null;
  const names = tokens.filter((token) => /^[YMD]/.test(token));
  const part = (name: string): string => found[names.findIndex((token) => token.startsWith(name)) + 1] ?? '';
  const month = part('M');
  return dayOf(wholeYear(part('Y')), String(monthNamed(month) ?? month), part('D'));
}
