import { documentEntryLines, type NewEntry, type PostingTerms } from '@atlas/accounting';
import { AtlasError, type BusinessDate } from '@atlas/kernel';
import type { Schedule } from '@atlas/payments';
import { type DocumentTax, postingsOf, type Rated, worthOf } from '@atlas/tax';
import type { z } from 'zod';
import type { newBill } from '../contract/bills.ts';
import { type BillTotals, checkTotal } from '../domain/bill-total.ts';
import { type CreditedBill, payableOf } from '../domain/supplier-credit.ts';

/** What entries, items and taxes call the document that they come from. */
export const sourceKind = 'purchasing.bill';

export type NewBill = z.output<typeof newBill>;

export type PreparedLine = Pick<
  NewBill['lines'][number],
  'productId' | 'quantity' | 'unitPrice' | 'discount' | 'taxIds' | 'accountId' | 'dimensions'
> & {
  readonly description: string;
  readonly isNetGiven: boolean;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
};

/** A bill that is priced and refers to things that exist; not written yet. */
export type PreparedBill = BillTotals &
  Pick<NewBill, 'kind' | 'supplierId' | 'supplierNumber' | 'note' | 'creditedBillId' | 'paymentTermsId'> & {
    readonly id: string;
    readonly ownerId: string | null;
    readonly date: BusinessDate;
    readonly postingDate: BusinessDate;
    readonly dueDate: BusinessDate;
    /** By the terms that it names; null where it is due on one day. */
    readonly schedule: Schedule | null;
    readonly currency: string;
    /** Null in the currency of the books, and where that of its day counts. */
    readonly exchangeRate: CreditedBill['exchangeRate'];
    readonly supplierName: string;
    /** What is kept back from the payment. */
    readonly withheldMinor: bigint;
    /** The supplier's total. */
    readonly totalMinor: bigint | null;
    readonly lines: readonly PreparedLine[];
    readonly taxes: readonly DocumentTax[];
  };

/** A bill with what it comes to in the books; null in their currency, and while it is a draft. */
export type RatedBill = PreparedBill & Rated;

/** What credit notes did to a bill that they take back. */
export type CreditEffect = { readonly id: string; readonly status: 'posted' | 'voided' };

type Posted = Omit<PreparedBill, 'lines'> & {
  readonly lines: readonly Pick<PreparedLine, 'accountId' | 'netMinor' | 'dimensions'>[];
};

/** Payables and what makes them up; debits are positive. */
function linesOf(bill: Posted, posting: PostingTerms): NewEntry['lines'] {
  const { kind, currency, supplierId, dueDate, schedule, roundingMinor } = bill;
  const payable = payableOf(bill);
  return documentEntryLines({
    takesBack: kind === 'credit_note',
    currency,
    partyId: supplierId,
    controlAccountId: posting.accountFor('payable'),
    controlMinor: -payable,
    instalments: (schedule?.instalments ?? [{ dueDate, amountMinor: payable }]).map((part) => ({
      ...part,
      amountMinor: -part.amountMinor,
    })),
    postings: [
      ...bill.lines.map(({ accountId, netMinor, dimensions }) => ({ accountId, amountMinor: netMinor, dimensions })),
      ...bill.taxes.flatMap((tax) => postingsOf(tax, 'purchase')),
      ...(roundingMinor === 0n ? [] : [{ accountId: posting.accountFor('rounding'), amountMinor: roundingMinor }]),
    ],
    books: {
      currency: posting.currency,
      worth: worthOf(bill, posting.currency),
      roundingAccountId: () => posting.accountFor('rounding'),
    },
  });
}

/** The journal entry of a document at its rate. @throws AtlasError `purchasing.nothing_to_post`, `purchasing.total_differs` */
export function entryOf(bill: Posted & Rated, id: string, posting: PostingTerms): NewEntry {
  checkTotal(bill.grossMinor, bill.totalMinor);
  const lines = linesOf(bill, posting);
  if (lines.length < 2 || bill.inBooks?.grossMinor === 0n)
    throw new AtlasError('purchasing.nothing_to_post', 'What is to be paid is zero: there is nothing to post.');
  const description = `${bill.kind === 'bill' ? 'Bill' : 'Credit note'} of ${bill.supplierName}${bill.supplierNumber ? ` ${bill.supplierNumber}` : ''}`;
  return { id, date: bill.postingDate, description, sourceKind, sourceId: bill.id, lines };
}
