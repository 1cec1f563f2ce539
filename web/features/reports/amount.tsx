'use client';
import type { MoneyJson } from '@atlas/kernel';
import { useFormats } from '@/lib/format.tsx';
import { isZero } from './statement.ts';

/** An amount in a report: zero is an en dash, nothing is nothing. */
export function Amount({ value }: { value: MoneyJson | null | undefined }) {
  const { amount } = useFormats();
  if (!value) return null;
  return <span className="whitespace-nowrap">{isZero(value) ? '–' : amount(value)}</span>;
}
