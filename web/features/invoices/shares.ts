import { decimal, decimalText, multiply } from '@atlas/kernel';
import type { getInvoice } from '@atlas/sales/contract';
import type { z } from 'zod';

export type Invoice = z.output<typeof getInvoice.output>;

const hundred = decimal('100');
const isNumber = (text: string): boolean => /^-?\d{1,15}(\.\d{1,9})?$/.test(text);

/** `0.15` → `15` */
export const percentOf = (share: string): string => decimalText(multiply(decimal(share), hundred));

/** `15` → `0.15`; what is no number stays as it is, for the form to refuse. */
export function shareOf(percent: string): string {
  if (percent === '') return '0';
  if (!isNumber(percent)) return percent;
  const { coefficient, scale } = decimal(percent);
  return decimalText({ coefficient, scale: scale + 2 });
}
