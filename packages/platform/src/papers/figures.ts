import type { Locale } from '../mail/mail.ts';

const marks = { en: { group: ',', point: '.' }, de: { group: '.', point: ',' } } as const;

/** Decimal text as people read it: `1,234.50`, in German `1.234,50`. Every digit stays. */
export function figureText(text: string, locale: Locale): string {
  const { group, point } = marks[locale];
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}

/** A day as people read it: `31 Mar 2026`, in German `31.03.2026`. */
export const dayText = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
