import { add, type Decimal, decimal, decimalText, divide, multiply, subtract, zero } from '@atlas/kernel';

/** Digits after the point that a division keeps. */
const divisionScale = 9;
const hundred = decimal('100');

/** The mark between a number and its decimals in a locale. */
export const decimalMarkOf = (locale: string): '.' | ',' =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';

/**
 * A number as people type it → decimal text. The other mark separates thousands where three digits follow it, and is
 * otherwise taken as the decimal mark too: `1.234,50`, `1,234.50` and `12,5` read as they are meant.
 *
 * @returns null when it is no number
 */
export function typedNumber(typed: string, mark: '.' | ','): Decimal | null {
  const other = mark === '.' ? ',' : '.';
  let text = typed.replace(/[\s' ]/g, '');
  if (new RegExp(`^\\d{1,3}(\\${other}\\d{3})+(\\${mark}\\d*)?$`).test(text)) text = text.replaceAll(other, '');
  text = text.replace(other, '.').replace(mark, '.');
  if (!/^(\d{1,15}(\.\d{0,9})?|\.\d{1,9})$/.test(text)) return null;
  return decimal(text.startsWith('.') ? `0${text}` : text.replace(/\.$/, ''));
}

type Tokens = { readonly list: readonly string[]; at: number };

const numberOrOperator = /\s*(\d[\d.,' ]*|[.,]\d+|[-+*/×÷()%])/y;

function tokensOf(text: string): string[] | null {
  const list: string[] = [];
  numberOrOperator.lastIndex = 0;
  let end = 0;
  for (let match = numberOrOperator.exec(text); match; match = numberOrOperator.exec(text)) {
    list.push((match[1] ?? '').trim());
    end = numberOrOperator.lastIndex;
  }
  return text.slice(end).trim() === '' ? list : null;
}

class NotANumber extends Error {}

/** number | ( sum ) | - factor, then any `%` */
function factor(tokens: Tokens, mark: '.' | ','): Decimal {
  const token = tokens.list[tokens.at++];
  let value: Decimal | null = null;
  if (token === '-') return subtract(zero, factor(tokens, mark));
  if (token === '+') return factor(tokens, mark);
  if (token === '(') {
    value = sum(tokens, mark);
    if (tokens.list[tokens.at++] !== ')') throw new NotANumber();
  } else if (token !== undefined) value = typedNumber(token, mark);
  if (!value) throw new NotANumber();
  while (tokens.list[tokens.at] === '%') {
    tokens.at++;
    value = divide(value, hundred, value.scale + 2);
  }
  return value;
}

function product(tokens: Tokens, mark: '.' | ','): Decimal {
  let value = factor(tokens, mark);
  for (let next = tokens.list[tokens.at]; next && '*×/÷'.includes(next); next = tokens.list[tokens.at]) {
    tokens.at++;
    const by = factor(tokens, mark);
    if ('*×'.includes(next)) value = multiply(value, by);
    else if (by.coefficient === 0n) throw new NotANumber();
    else value = divide(value, by, divisionScale);
  }
  return value;
}

function sum(tokens: Tokens, mark: '.' | ','): Decimal {
  let value = product(tokens, mark);
  for (let next = tokens.list[tokens.at]; next === '+' || next === '-'; next = tokens.list[tokens.at]) {
    tokens.at++;
    const other = product(tokens, mark);
    value = next === '+' ? add(value, other) : subtract(value, other);
  }
  return value;
}

/**
 * Works out what was typed into an amount field, exactly: `1200*1.19`, `(3+4)/2`, `500*19%`.
 *
 * @param scale digits after the point that the result is rounded to, half away from zero
 * @returns decimal text, or null when it is not a calculation
 */
export function calculate(typed: string, mark: '.' | ',', scale: number): string | null {
  const list = tokensOf(typed);
  if (!list || list.length === 0 || list.length > 200) return null;
  const tokens: Tokens = { list, at: 0 };
  try {
    const value = sum(tokens, mark);
    if (tokens.at < list.length) return null;
    return decimalText(value.scale > scale ? divide(value, decimal('1'), scale) : value);
  } catch (error) {
    if (error instanceof NotANumber) return null;
    throw error;
  }
}
