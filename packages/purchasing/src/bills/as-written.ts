import { businessDate, moneyFromJson } from '@atlas/kernel';
import type { KeptTax } from '@atlas/tax';
import type { Bill } from './bill-reads.repository.ts';

/** A bill with the amounts that it was written with: what it came to then, whatever its taxes are now. */
export function asWritten(bill: Bill, taxes: readonly KeptTax[]) {
  return {
    ...bill,
    date: businessDate(bill.date),
    postingDate: businessDate(bill.postingDate),
    dueDate: businessDate(bill.dueDate),
    ...figuresOf(bill, taxes),
    /** Worked out again when it is posted. */
    schedule: null,
    totalMinor: bill.total === null ? null : moneyFromJson(bill.total).minor,
  };
}

/** The amounts of a bill, its lines and its taxes. */
export const figuresOf = (bill: Bill, taxes: readonly KeptTax[]) => ({
  netMinor: moneyFromJson(bill.net).minor,
  taxMinor: moneyFromJson(bill.tax).minor,
  roundingMinor: moneyFromJson(bill.rounding).minor,
  grossMinor: moneyFromJson(bill.gross).minor,
  withheldMinor: moneyFromJson(bill.withheld).minor,
  lines: bill.lines.map((line) => ({
    ...line,
    netMinor: moneyFromJson(line.net).minor,
    taxMinor: moneyFromJson(line.tax).minor,
  })),
  taxes,
});
