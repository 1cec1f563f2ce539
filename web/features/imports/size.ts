'use client';
import { useFormats } from '@/lib/format.tsx';

/** A number of bytes as people say it: `1.2 MB`. */
export function useSize(): (bytes: number) => string {
  const { locale } = useFormats();
  return (bytes) => {
    const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
    return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
  };
}
