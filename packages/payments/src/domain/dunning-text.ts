import { type BusinessDate, type MoneyJson, partsOf } from '@atlas/kernel';

/** Languages in which customers are written to. */
export const dunningLocales = ['en', 'de'] as const;
export type DunningLocale = (typeof dunningLocales)[number];

/** What the text of a level may name in braces: nothing else is filled in. */
export const placeholders = ['customer', 'company', 'date', 'total', 'fee'] as const;
type Placeholder = (typeof placeholders)[number];

const known = new Set<string>(placeholders);

/** A name in braces that is none, or null. */
export const unknownPlaceholder = (text: string): string | null =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name).find((name) => !known.has(name)) ?? null;

/** Fills a text in one pass: what a value says in braces is text. */
export const fillText = (text: string, values: Readonly<Record<Placeholder, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (known.has(name) ? values[name as Placeholder] : whole));

/** A day as it is written in a letter. */
export function dayIn(locale: DunningLocale, date: BusinessDate): string {
  const [year, month, day] = partsOf(date);
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return locale === 'de' ? [...date.split('-')].reverse().join('.') : `${day} ${names[month - 1]} ${year}`;
}

/** An amount as it is written in a letter: `1.234,50 EUR`. */
export function amountIn(locale: DunningLocale, { amount, currency }: MoneyJson): string {
  const [whole = '0', cents] = amount.split('.');
  const [group, point] = locale === 'de' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${grouped}${cents === undefined ? '' : point + cents} ${currency}`;
}
