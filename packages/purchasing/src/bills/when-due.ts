import { addDays, type BusinessDate, businessDate, laterOf } from '@atlas/kernel';
import { type Schedule, scheduleOf, type TermsById } from '@atlas/payments';
import { payableOf } from '../domain/supplier-credit.ts';
import { invalidTerm } from './invalid-term.ts';
import type { NewBill } from './prepared-bill.ts';

type Payable = {
  readonly date: BusinessDate;
  readonly currency: string;
  readonly netMinor: bigint;
  readonly grossMinor: bigint;
  readonly withheldMinor: bigint;
};

/** The schedule of a bill by the terms that it names. @throws AtlasError `payments.unknown_terms` */
export const scheduleOfBill = (terms: TermsById, id: string, bill: Payable, pointer: string): Schedule =>
  scheduleOf(terms, id, { ...bill, payableMinor: payableOf(bill) }, pointer);

/**
 * When a document is due: by its terms or its supplier's, on the day that it says, or after the days that its supplier gives.
 *
 * @param at JSON pointer of the bill in the input
 * @throws AtlasError `payments.unknown_terms`, `purchasing.terms_say_due_date`, `purchasing.due_before_date`
 */
export function whenDue(
  { kind, dueDate, paymentTermsId }: NewBill,
  bill: Payable,
  { days, terms, at }: { readonly days: number; readonly terms: TermsById; readonly at: string },
): { readonly dueDate: BusinessDate; readonly schedule: Schedule | null } {
  const { date } = bill;
  if (paymentTermsId !== null) {
    if (dueDate !== undefined)
      throw invalidTerm(`${at}/dueDate`, 'purchasing.terms_say_due_date', 'The terms of payment say when the document is due.');
    const schedule = scheduleOfBill(terms, paymentTermsId, bill, `${at}/paymentTermsId`);
    const last = schedule.instalments.reduce((latest, instalment) => laterOf(latest, instalment.dueDate), date);
    // What is given back is given back at once.
    return { dueDate: last, schedule: kind === 'bill' ? schedule : null };
  }
  const due = dueDate ? businessDate(dueDate) : addDays(date, kind === 'bill' ? days : 0);
  if (due < date) throw invalidTerm(`${at}/dueDate`, 'purchasing.due_before_date', 'A bill is not due before its date.');
  return { dueDate: due, schedule: null };
}
