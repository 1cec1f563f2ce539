import { businessDate, decimal } from '@atlas/kernel';
import type { DatedValue } from '../domain/effective-value.ts';

type Written = { readonly validFrom: string; readonly value: string };

export const datedValues = (rates: readonly Written[]): DatedValue[] =>
  rates.map(({ validFrom, value }) => ({ validFrom: businessDate(validFrom), value: decimal(value) }));

/** Days as text sort by time. */
export const inDayOrder = <R extends Written>(rates: readonly R[]): R[] =>
  [...rates].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
