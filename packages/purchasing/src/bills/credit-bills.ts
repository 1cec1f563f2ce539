import { creditAgainst } from '../domain/supplier-credit.ts';
import { invalidTerm } from './invalid-term.ts';
import type { CreditedBills } from './lock-credited-bills.ts';
import type { CreditEffect, PreparedBill } from './prepared-bill.ts';

type Note = Pick<PreparedBill, 'supplierId' | 'currency' | 'grossMinor' | 'withheldMinor' | 'creditedBillId'>;

/**
 * What credit notes do to the bills that they take back, one after the other.
 *
 * @throws AtlasError `purchasing.invalid_credit`, `purchasing.credit_exceeds_open`
 */
export function creditEffects(notes: readonly Note[], credited: CreditedBills['bills']): CreditEffect[] {
  const state = new Map(credited);
  for (const note of notes) {
    if (note.creditedBillId === null) continue;
    const target = state.get(note.creditedBillId);
    if (!target) throw invalidTerm('/creditedBillId', 'purchasing.invalid_credit', 'There is no such bill.');
    state.set(target.id, { ...target, ...creditAgainst(target, note) });
  }
  return [...state.values()].map(({ id, status }) => ({ id, status: status === 'voided' ? 'voided' : 'posted' }));
}
