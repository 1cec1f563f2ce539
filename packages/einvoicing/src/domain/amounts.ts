import { add, compare, type Decimal, decimal, scaledText, subtract, toScaled, zero } from '@atlas/kernel';

/** A decimal as XML Schema writes it (`+5`, `.5`, `5.`); null for anything else, and for more digits than anyone bills. */
export function amountOf(text: string | null): Decimal | null {
  if (text === null) return null;
  const match = /^([+-]?)(\d{0,30})(?:\.(\d{0,18}))?$/.exec(text);
  const [, sign = '', whole = '', part = ''] = match ?? [];
  if (!match || whole + part === '') return null;
  return decimal(`${sign === '-' ? '-' : ''}${whole || '0'}${part ? `.${part}` : ''}`);
}

/** The sum of what can be read; what cannot is reported for itself. */
export const sumOf = (amounts: Iterable<string | null>): Decimal => {
  let sum: Decimal = zero;
  for (const amount of amounts) sum = add(sum, amountOf(amount) ?? zero);
  return sum;
};

/** To two decimals, half away from zero: the standard's rounding, whatever the currency. */
export const rounded = (value: Decimal): Decimal => ({ coefficient: toScaled(value, 2), scale: 2 });

/** `1234.50`: how amounts are written, and told. */
export const amountText = (value: Decimal): string => scaledText(toScaled(value, 2), 2);

export const isZero = (value: Decimal): boolean => value.coefficient === 0n;

export const equal = (a: Decimal, b: Decimal): boolean => compare(a, b) === 0;

/** Whether two amounts are less than one unit of the currency apart. */
export function within(a: Decimal, b: Decimal): boolean {
  const { coefficient, scale } = subtract(a, b);
  return compare({ coefficient: coefficient < 0n ? -coefficient : coefficient, scale }, { coefficient: 1n, scale: 0 }) < 0;
}

/** Digits after the point as written. */
export const decimalsOf = (text: string | null): number => /\.(\d+)$/.exec(text ?? '')?.[1]?.length ?? 0;
