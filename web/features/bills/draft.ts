import type { getBill } from '@atlas/purchasing/contract';
import type { z } from 'zod';
import type { NamedValue } from '../dimensions/value-tree.ts';
import { percentOf, shareOf } from '../invoices/shares.ts';

export type Bill = z.output<typeof getBill.output>;

/** A line as it is typed. Numbers are decimal text or whatever was typed instead; the discount is in per cent. */
export type DraftLine = {
  key: string;
  accountId: string;
  productId: string | null;
  description: string;
  quantity: string;
  unitPrice: string;
  discount: string;
  taxIds: readonly string[];
  /** What it was for: a value of each dimension that it names. */
  dimensions: readonly NamedValue[];
  /** What the document says that the line comes to; null where it is worked out. */
  net: string | null;
};

export type Draft = {
  kind: Bill['kind'];
  supplierId: string;
  supplierLabel: string;
  supplierNumber: string;
  date: string;
  postingDate: string;
  dueDate: string;
  /** When it is to be paid; null where a due date or the supplier's days say so. */
  paymentTermsId: string | null;
  /** Empty in the currency of the books. */
  currency: string;
  /** Null where that of its date counts. */
  exchangeRate: Bill['exchangeRate'];
  total: string;
  rounding: string;
  note: string;
  creditedBillId: string | null;
  ownerId: string | null;
  lines: readonly DraftLine[];
};

export const blankLine = (): DraftLine => ({
  key: crypto.randomUUID(),
  accountId: '',
  productId: null,
  description: '',
  quantity: '',
  unitPrice: '',
  discount: '',
  taxIds: [],
  dimensions: [],
  net: null,
});

/** Whether something was typed into a line; blank lines are not sent. */
export const isFilled = (line: DraftLine): boolean =>
  line.accountId !== '' || line.description !== '' || line.quantity !== '' || line.unitPrice !== '';

/** Lines with a blank one at the end, to go on typing. */
export function withBlankEnd(lines: readonly DraftLine[]): DraftLine[] {
  const last = lines.at(-1);
  return last && !isFilled(last) ? [...lines] : [...lines, blankLine()];
}

/** A new draft is its author's, unless they say otherwise. */
export const freshDraft = (today: string, ownerId: string): Draft => ({
  kind: 'bill',
  supplierId: '',
  supplierLabel: '',
  supplierNumber: '',
  date: today,
  postingDate: '',
  dueDate: '',
  paymentTermsId: null,
  currency: '',
  exchangeRate: null,
  total: '',
  rounding: '',
  note: '',
  creditedBillId: null,
  ownerId,
  lines: [blankLine()],
});

/** The discount of a line as a share. */
export const discountOf = ({ discount }: DraftLine): string => shareOf(discount);

const draftLines = ({ lines }: Bill): DraftLine[] =>
  withBlankEnd(
    lines.map(({ accountId, productId, description, quantity, unitPrice, discount, taxIds, dimensions, isNetGiven, net }) => ({
      key: crypto.randomUUID(),
      accountId,
      productId,
      description,
      quantity,
      unitPrice,
      discount: discount === '0' ? '' : percentOf(discount),
      taxIds,
      dimensions,
      net: isNetGiven ? net.amount : null,
    })),
  );

/** The currency of a document, empty in that of the books, and its rate. */
const currencyOf = ({ currency, inBooks, exchangeRate }: Bill) => ({
  currency: inBooks?.gross.currency === currency ? '' : currency,
  exchangeRate,
});

const unlessZero = (amount: string): string => (/[1-9]/.test(amount) ? amount : '');

export const draftOf = (bill: Bill): Draft => ({
  kind: bill.kind,
  supplierId: bill.supplierId,
  supplierLabel: bill.supplierName,
  supplierNumber: bill.supplierNumber ?? '',
  date: bill.date,
  postingDate: bill.postingDate === bill.date ? '' : bill.postingDate,
  dueDate: bill.paymentTermsId === null ? bill.dueDate : '',
  paymentTermsId: bill.paymentTermsId,
  ...currencyOf(bill),
  total: bill.total?.amount ?? '',
  rounding: unlessZero(bill.rounding.amount),
  note: bill.note ?? '',
  creditedBillId: bill.creditedBillId,
  ownerId: bill.ownerId,
  lines: draftLines(bill),
});

/** A credit note over all lines of a bill, to take away what stays. */
export const creditOf = (bill: Bill, fresh: Draft): Draft => ({
  ...fresh,
  kind: 'credit_note',
  supplierId: bill.supplierId,
  supplierLabel: bill.supplierName,
  creditedBillId: bill.id,
  ...currencyOf(bill),
  rounding: unlessZero(bill.rounding.amount),
  lines: draftLines(bill),
});
