'use client';
import { useMemo } from 'react';
import { useLocale } from 'use-intl';

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** The largest unit that fits a number of seconds, and how many of them. */
export function unitOf(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  const fitting = units.find(([, length]) => Math.abs(seconds) >= length);
  return fitting ? [Math.trunc(seconds / fitting[1]), fitting[0]] : [0, 'minute'];
}

/** How long ago something was, in words of the reader: `3 hours ago`. */
export function useAgo(): (instant: string) => string {
  const locale = useLocale();
  return useMemo(() => {
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    return (instant) => format.format(...unitOf((new Date(instant).getTime() - Date.now()) / 1000));
  }, [locale]);
}
