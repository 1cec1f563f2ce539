import { type BusinessDate, businessDate } from '@atlas/kernel';

/** The day it is where the person sits. */
export function today(): BusinessDate {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return businessDate(`${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`);
}
