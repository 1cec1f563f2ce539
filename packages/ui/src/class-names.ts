import { type ClassValue, clsx } from 'clsx';

/** Class names in one string; what is falsy is left out. */
export const cn = (...values: ClassValue[]): string => clsx(values);
