import {
  type BusinessDate,
  type Currency,
  type Decimal,
  daysBetween,
  divideRounded,
  exponentOf,
  type Money,
  money,
} from '@atlas/kernel';

/** Which way a rate is quoted: units of the foreign currency for one of the books', or of the books' for one foreign. */
export type Quotation = 'foreign_per_base' | 'base_per_foreign';

export type QuotedRate = { readonly quotation: Quotation; readonly rate: Decimal };

/** An exact ratio: a rate that is turned round may have no end as a decimal. */
type Ratio = { readonly over: bigint; readonly under: bigint };

/** Units of the books' currency for one foreign. */
function toBase({ quotation, rate }: QuotedRate): Ratio {
  const one = 10n ** BigInt(rate.scale);
  return quotation === 'base_per_foreign' ? { over: rate.coefficient, under: one } : { over: one, under: rate.coefficient };
}

/** Rounded once, half away from zero, to the minor unit of the other currency. */
function convert({ minor, currency }: Money, to: Currency, { over, under }: Ratio): Money {
  const scale = 10n ** BigInt(exponentOf(to));
  return money(divideRounded(minor * over * scale, under * 10n ** BigInt(exponentOf(currency))), to);
}

/** What a foreign amount is in the currency of the books. */
export const inBooks = (amount: Money, rate: QuotedRate, books: Currency): Money => convert(amount, books, toBase(rate));

/** What an amount of the books is in a foreign currency. */
export function inForeign(amount: Money, rate: QuotedRate, foreign: Currency): Money {
  const { over, under } = toBase(rate);
  return convert(amount, foreign, { over: under, under: over });
}

/** Days from the day that a rate is of to the day that it is used on. */
export const ageOf = (validOn: BusinessDate, usedOn: BusinessDate): number => daysBetween(validOn, usedOn);
