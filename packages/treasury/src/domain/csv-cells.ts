import type { BusinessDate } from '@atlas/kernel';
import { dayOf, wholeYear } from './amounts.ts';

const grouped = { point: /^\d{1,3}([,' ]\d{3})+(\.\d+)?$/, comma: /^\d{1,3}([.' ]\d{3})+(,\d+)?$/ } as const;
const plain = { point: /^\d*(\.\d+)?\.?$/, comma: /^\d*(,\d+)?,?$/ } as const;

/** A longer cell is no amount. */
const longestAmount = 60;

/** Reads an amount in the declared way and never guesses: `1.234,56`, `(12.00)`, `-12`, `12-`, `12 EUR`. Null when it is none. */
export function csvAmount(text: string, mark: 'point' | 'comma'): string | null {
  if (text.length > longestAmount) return null;
  const bare = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/^\s*([A-Z]{3}|[€$£])\s*|\s*([A-Z]{3}|[€$£])\s*$/g, '')
    .trim()
    .replace(/\u2212/g, '-');
  const bracketed = /^\((.*)\)$/.exec(bare);
  const unsigned = (bracketed?.[1] ?? bare)
    .replace(/^[+-]\s*|\s*[+-]$/, '')
    .replace(/\u2019/g, "'")
    .trim();
  if (!/\d/.test(unsigned) || !(plain[mark].test(unsigned) || grouped[mark].test(unsigned))) return null;
  const digits = unsigned
    .replace(mark === 'point' ? /[,' ]/g : /[.' ]/g, '')
    .replace(',', '.')
    .replace(/\.$/, '');
  const amount = digits.startsWith('.') ? `0${digits}` : digits;
  const isNegative = bracketed !== null || bare.startsWith('-') || bare.endsWith('-');
  return isNegative && /[1-9]/.test(amount) ? `-${amount}` : amount;
}

/** Reads a day in the declared format; what follows it, such as a time of day, is left off. Null when there is no such day. */
export function csvDay(text: string, format: string): BusinessDate | null {
  const names: string[] = [];
  const pattern = format.replace(/YYYY|YY|MM?|DD?|[.*+?^${}()|[\]\\/-]/g, (token) => {
    if (!/^[YMD]/.test(token)) return `\\${token}`;
    names.push(token.charAt(0));
    return token.startsWith('Y')
      ? `(\\d{${token.length}})`
      : token.length === 2 && !/[^YMD]/.test(format)
        ? '(\\d{2})'
        : '(\\d{1,2})';
  });
  const found = new RegExp(`^${pattern}(?!\\d)`).exec(text.trim());
  if (!found) return null;
  const part = (name: string): string => found[names.indexOf(name) + 1] ?? '';
  return dayOf(wholeYear(part('Y')), part('M'), part('D'));
}
