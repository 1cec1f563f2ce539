import { AtlasError } from './errors.ts';
import { divideRounded, type Rounding } from './rounding.ts';

/** An exact decimal number: `coefficient / 10^scale`. Never a float. */
export type Decimal = { readonly coefficient: bigint; readonly scale: number };

declare const quantityBrand: unique symbol;
declare const rateBrand: unique symbol;
/** How much of a thing: pieces, kilograms, hours. */
export type Quantity = Decimal & { readonly [quantityBrand]?: true };
/** A share or a price factor: 0.19 is 19 %. */
export type Rate = Decimal & { readonly [rateBrand]?: true };

const shape = /^-?\d{1,30}(\.\d{1,18})?$/;

/**
 * Reads `"-12.50"`. No exponent, no separators, at most 30 digits before and 18 after the point.
 *
 * @throws AtlasError `invalid_decimal`
 */
export function decimal(text: string): Decimal {
  if (!shape.test(text)) throw new AtlasError('invalid_decimal', `"${text.slice(0, 60)}" is not a decimal number`);
  const point = text.indexOf('.');
  if (point < 0) return { coefficient: BigInt(text), scale: 0 };
  return { coefficient: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

/** A quantity from its decimal text. @throws AtlasError `invalid_decimal` */
export const quantity = (text: string): Quantity => decimal(text);

/** A rate from its decimal text: `rate('0.19')` is 19 %. @throws AtlasError `invalid_decimal` */
export const rate = (text: string): Rate => decimal(text);

export const zero: Decimal = { coefficient: 0n, scale: 0 };
export const one: Decimal = { coefficient: 1n, scale: 0 };

/** The coefficient that `value` has at a finer scale. */
const at = (value: Decimal, scale: number): bigint => value.coefficient * 10n ** BigInt(scale - value.scale);

const align = (a: Decimal, b: Decimal): [bigint, bigint, number] => {
  const scale = Math.max(a.scale, b.scale);
  return [at(a, scale), at(b, scale), scale];
};

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return { coefficient: x + y, scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return { coefficient: x - y, scale };
}

/** Exact: the scales add up. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return { coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale };
}

/** -1, 0 or 1. `1.0` and `1` are equal. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = align(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The whole number of `10^-scale` units nearest to `value`, by the named rounding. */
export function toScaled(value: Decimal, scale: number, rounding?: Rounding): bigint {
  if (value.scale <= scale) return at(value, scale);
  return divideRounded(value.coefficient, 10n ** BigInt(value.scale - scale), rounding);
}

/** Quotient at a given scale, by the named rounding. @throws AssertionError when the divisor is zero */
export function divide(a: Decimal, b: Decimal, scale: number, rounding?: Rounding): Decimal {
  const numerator = a.coefficient * 10n ** BigInt(scale + b.scale);
  return { coefficient: divideRounded(numerator, b.coefficient * 10n ** BigInt(a.scale), rounding), scale };
}

/** The text of `coefficient / 10^scale`, with exactly `scale` digits after the point. */
export function scaledText(coefficient: bigint, scale: number): string {
  if (scale === 0) return coefficient.toString();
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${coefficient < 0n ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** Plain decimal text without trailing zeros: the form the API speaks. */
export function decimalText(value: Decimal): string {
  const text = scaledText(value.coefficient, value.scale);
  return value.scale === 0 ? text : text.replace(/\.?0+$/, '');
}
