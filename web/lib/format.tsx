'use client';
import { exponentOf } from '@atlas/kernel';
import { createContext, useContext } from 'react';

const Locale = createContext('en');
export const FormatLocale = Locale.Provider;

export type MoneyText = { readonly amount: string; readonly currency: string };

type Numeral = `${number}`;

/** Decimal text as `Intl` takes it exactly: it never becomes a float. */
const numeral = (text: string): Numeral => text as Numeral;

export type Formats = {
  locale: string;
  /** `1234.5` EUR → `1,234.50`, with all decimals of the currency and without its name. */
  amount: (money: MoneyText) => string;
  /** The same with the currency. */
  money: (money: MoneyText) => string;
  /** For axes: `1.2M`. */
  compact: (value: number) => string;
  decimal: (text: string) => string;
  /** A price: at least the decimals of its currency, more where it has more. */
  price: (text: string, currency: string) => string;
  /** `0.19` → `19 %`. */
  percent: (share: string) => string;
  count: (value: number) => string;
  /** `2026-03-31` in the order of the locale. */
  date: (day: string) => string;
  /** `2026-03` → `Mar 2026`. */
  month: (month: string) => string;
  instant: (instant: string) => string;
};

/** Makes something when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function formatsOf(locale: string): Formats {
  const amounts = new Map<string, Intl.NumberFormat>();
  const amountFormat = (currency: string, named: boolean): Intl.NumberFormat => {
    const key = `${currency}${named}`;
    const digits = exponentOf(currency);
    const known =
      amounts.get(key) ??
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        ...(named ? { style: 'currency', currency } : {}),
      });
    amounts.set(key, known);
    return known;
  };
  const decimals = lazily(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 9 }));
  const percents = lazily(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }));
  const compact = lazily(() => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }));
  const counts = lazily(() => new Intl.NumberFormat(locale));
  const days = lazily(
    () => new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' }),
  );
  const months = lazily(() => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' }));
  const instants = lazily(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
  return {
    locale,
    amount: ({ amount, currency }) => amountFormat(currency, false).format(numeral(amount)),
    money: ({ amount, currency }) => amountFormat(currency, true).format(numeral(amount)),
    compact: (value) => compact().format(value),
    price: (text, currency) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: exponentOf(currency), maximumFractionDigits: 9 }).format(
        numeral(text),
      ),
    decimal: (text) => decimals().format(numeral(text)),
    percent: (share) => percents().format(numeral(share)),
    count: (value) => counts().format(value),
    date: (day) => days().format(at(day)),
    month: (month) => months().format(at(`${month}-01`)),
    instant: (instant) => instants().format(new Date(instant)),
  };
}

/** Made once for a whole page: what Intl makes takes a millisecond each, and every amount asks for it. */
let made: Formats | undefined;

/** Numbers, money and dates as the reader writes them. */
export function useFormats(): Formats {
  const locale = useContext(Locale);
  if (made?.locale !== locale) made = formatsOf(locale);
  return made;
}
