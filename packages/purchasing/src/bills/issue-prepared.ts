import { postEntries, settleCredits } from '@atlas/accounting';
import { moneyJson, present, uuidv7 } from '@atlas/kernel';
import { offerDiscounts } from '@atlas/payments';
import type { TenantTx } from '@atlas/platform';
import { atRate } from '@atlas/tax';
import type { z } from 'zod';
import type { issuedBill } from '../contract/bills.ts';
import { openWhenPosted } from '../domain/supplier-credit.ts';
import { announceCredits, announcePosting } from './announce.ts';
import { inBooksJson } from './bill-reads.repository.ts';
import { keepTaxes } from './bill-taxes.ts';
import { type BillRow, drawBillNumbers, insertBills, saveCredits } from './bills.repository.ts';
import { creditEffects } from './credit-bills.ts';
import type { Prepared } from './prepare-bills.ts';
import { entryOf } from './prepared-bill.ts';

export type IssuedBill = z.output<typeof issuedBill>;
type Posted = BillRow & { readonly number: string; readonly entryId: string };

function issuedOf(bill: Posted, books: string): IssuedBill {
  const { id, kind, number, supplierNumber, supplierId, date, postingDate, dueDate, ownerId, entryId } = bill;
  const { currency, exchangeRate, inBooks } = bill;
  return {
    id,
    kind,
    status: 'posted',
    number,
    supplierNumber,
    supplierId,
    date,
    postingDate,
    dueDate,
    net: moneyJson(bill.netMinor, currency),
    tax: moneyJson(bill.taxMinor, currency),
    gross: moneyJson(bill.grossMinor, currency),
    exchangeRate,
    inBooks: inBooksJson(inBooks ?? { ...bill, netMinor: bill.grossMinor - bill.taxMinor }, books),
    ownerId,
    entryId,
    version: 1,
  };
}

/**
 * Posts prepared bills with their journal entries, all or none.
 *
 * @throws AtlasError as `postEntries`, `entryOf` and `creditEffects`
 */
export async function issuePrepared(tx: TenantTx, { posting, credited, rates, ...prepared }: Prepared): Promise<IssuedBill[]> {
  const bills = prepared.bills.map((bill) => atRate(bill, posting, rates));
  const effects = creditEffects(bills, credited.bills);
  const entries = bills.map((bill) => entryOf(bill, uuidv7(), posting));
  const numbers = await drawBillNumbers(
    tx,
    bills.map((bill) => ({ ...bill, year: posting.periodOf(bill.postingDate).year })),
  );
  const posted = bills.map((bill, index): Posted => {
    const number = present(numbers.get(bill.id), 'every posted bill has a number');
    const { id: entryId } = present(entries[index], 'every bill has an entry');
    return { ...bill, status: 'posted', number, entryId, openMinor: openWhenPosted(bill) };
  });
  postEntries(tx, posting, entries);
  insertBills(tx, posted);
  keepTaxes(tx, posted);
  saveCredits(tx, effects);
  offerDiscounts(tx, posted);
  const notes = bills.map(({ creditedBillId: creditedId }, index) => ({
    entry: present(entries[index], 'every bill has an entry'),
    creditedId,
  }));
  settleCredits(tx, posting, notes, credited.items);
  announceCredits(tx, effects, posted);
  return posted.map((bill) => {
    const issued = issuedOf(bill, posting.currency);
    tx.record({ subjectId: bill.id, after: issued });
    announcePosting(tx, issued);
    return issued;
  });
}
