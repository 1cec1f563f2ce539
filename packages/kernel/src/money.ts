import { assert } from './assert.ts';
import { type Currency, currency, exponentOf } from './currency.ts';
import { type Decimal, decimal, scaledText, toScaled } from './decimal.ts';
import { AtlasError } from './errors.ts';
import type { Rounding } from './rounding.ts';

/** An amount in whole minor units (cents, yen, fils) of one currency. */
export type Money = { readonly minor: bigint; readonly currency: Currency };

/** What the API speaks: `{ "amount": "1234.50", "currency": "EUR" }`. */
export type MoneyJson = { amount: string; currency: string };

export const money = (minor: bigint, code: Currency): Money => ({ minor, currency: code });

export const zeroMoney = (code: Currency): Money => ({ minor: 0n, currency: code });

/**
 * Reads an amount that must already be exact in its currency: `"1.005"` EUR is refused, not rounded.
 *
 * @throws AtlasError `unknown_currency`, `invalid_decimal`, `too_many_decimals`
 */
export function moneyOf(amount: string, code: string): Money {
  const unit = currency(code);
  const exponent = exponentOf(unit);
  const value = decimal(amount);
  const minor = toScaled(value, exponent, 'toward-zero');
  if (
    minor * 10n ** BigInt(Math.max(value.scale - exponent, 0)) !==
    value.coefficient * 10n ** BigInt(Math.max(exponent - value.scale, 0))
  ) {
    throw new AtlasError('too_many_decimals', `${amount} has more decimals than ${code} has (${exponent})`);
  }
  return { minor, currency: unit };
}

/** An exact decimal amount settled to the currency's minor unit by the named rounding. */
export function roundToMoney(value: Decimal, code: Currency, rounding?: Rounding): Money {
  return { minor: toScaled(value, exponentOf(code), rounding), currency: code };
}

/** The exact decimal that an amount is. */
export const decimalOf = (value: Money): Decimal => ({ coefficient: value.minor, scale: exponentOf(value.currency) });

function sameCurrency(a: Money, b: Money): void {
  assert(a.currency === b.currency, `amounts in ${a.currency} and ${b.currency} cannot be combined`);
}

/** @throws AssertionError when the currencies differ */
export function addMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/** @throws AssertionError when the currencies differ */
export function subtractMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

export const negateMoney = (value: Money): Money => ({ minor: -value.minor, currency: value.currency });

/** The sum of amounts of one currency; zero of that currency when there are none. */
export function sumMoney(values: Iterable<Money>, code: Currency): Money {
  let total = zeroMoney(code);
  for (const value of values) total = addMoney(total, value);
  return total;
}

/** `"1234.50"`: always with all decimals of the currency. */
export const amountText = (value: Money): string => scaledText(value.minor, exponentOf(value.currency));

/** The JSON shape of minor units in a currency. */
export function moneyJson(minor: bigint, code: string): MoneyJson {
  return { amount: scaledText(minor, exponentOf(code)), currency: code };
}

/** @throws AtlasError as {@link moneyOf} */
export const moneyFromJson = (json: MoneyJson): Money => moneyOf(json.amount, json.currency);

/**
 * Splits an amount by weights so that the parts add up to it exactly (largest remainder; on equal remainders the
 * earlier part gets the unit). All weights zero means equal shares.
 *
 * @param weights whole numbers, none negative, at least one
 */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  assert(weights.length > 0, 'an amount cannot be allocated to nothing');
  assert(
    weights.every((weight) => weight >= 0n),
    'weights are not negative',
  );
  const sum = weights.reduce((a, b) => a + b, 0n);
  const shares = sum === 0n ? weights.map(() => 1n) : weights;
  const whole = sum === 0n ? BigInt(weights.length) : sum;
  const sign = total.minor < 0n ? -1n : 1n;
  const size = total.minor * sign;
  const parts = shares.map((share, index) => ({ index, floor: (size * share) / whole, remainder: (size * share) % whole }));
  const left = size - parts.reduce((a, part) => a + part.floor, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const lucky = new Set(byRemainder.slice(0, Number(left)).map((part) => part.index));
  return parts.map((part) => money(sign * (part.floor + (lucky.has(part.index) ? 1n : 0n)), total.currency));
}
