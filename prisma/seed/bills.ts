import { addDays, type BusinessDate } from '@atlas/kernel';
import { type Month, workdayFrom } from './calendar.ts';
import { wholeCents } from './cents.ts';
import { type Supplier, suppliers } from './customers.ts';
import type { Random } from './random.ts';

/** Goods of a supplier, to be paid some weeks later. */
export type Bill = {
  readonly supplier: Supplier;
  readonly supplierNumber: string;
  readonly date: BusinessDate;
  readonly netCents: number;
  readonly taxCents: number;
};

/** A bill is paid: its place among the bills of the whole story. */
export type BillPayment = { readonly bill: number; readonly date: BusinessDate };

const ordersAMonth = 3;
const taxPercent = 21;
const paidAfterDays = 30;

/** What is bought in a month, about as much as is sold. */
export function billsOf(random: Random, month: Month, costCents: number): Bill[] {
  if (costCents <= 0) return [];
  return Array.from({ length: ordersAMonth }, (_, index): Bill => {
    const netCents = wholeCents((costCents / ordersAMonth) * (0.9 + random.share() / 5));
    const number = `${month.startsOn.slice(0, 4)}${month.startsOn.slice(5, 7)}-${index + 1}`;
    return {
      supplier: random.pick(suppliers),
      supplierNumber: number,
      date: workdayFrom(addDays(month.startsOn, 3 + index * 7)),
      netCents,
      taxCents: wholeCents((netCents * taxPercent) / 100),
    };
  });
}

/** When bills are paid. @param offset how many bills came before */
export const paymentsOf = (bills: readonly Bill[], offset: number): BillPayment[] =>
  bills.map(({ date }, index) => ({ bill: offset + index, date: workdayFrom(addDays(date, paidAfterDays)) }));
