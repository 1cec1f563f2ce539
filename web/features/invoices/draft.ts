import { newInvoiceLine } from '@atlas/sales/contract';
import type { NamedValue } from '../dimensions/value-tree.ts';
import { chargeDraftOf, chargeInputs, type DraftCharge } from './charges.ts';
import { type Invoice, percentOf, shareOf } from './shares.ts';

/** A line as it is typed. Numbers are decimal text or whatever was typed instead; the discount is in per cent. */
export type DraftLine = {
  key: string;
  productId: string | null;
  productLabel: string;
  description: string;
  quantity: string;
  unitPrice: string;
  discount: string;
  taxIds: readonly string[];
  /** What it was for: a value of each dimension that it names. */
  dimensions: readonly NamedValue[];
  revenueAccountId: string | null;
};

export type Draft = {
  /** What it is and takes back, which is not typed here. */
  kind: Invoice['kind'];
  creditedInvoiceId: string | null;
  customerId: string;
  customerLabel: string;
  date: string;
  dueDate: string;
  reference: string;
  shipCountry: string;
  /** When it is to be paid; null where a due date or the customer's days say so. */
  paymentTermsId: string | null;
  note: string;
  ownerId: string | null;
  /** Empty in the currency of the books. */
  currency: string;
  /** Null where that of its day counts. */
  exchangeRate: Invoice['exchangeRate'];
  lines: readonly DraftLine[];
  charges: readonly DraftCharge[];
};

export const blankLine = (): DraftLine => ({
  key: crypto.randomUUID(),
  productId: null,
  productLabel: '',
  description: '',
  quantity: '',
  unitPrice: '',
  discount: '',
  taxIds: [],
  dimensions: [],
  revenueAccountId: null,
});

/** Whether something was typed into a line; blank lines are not sent. */
export const isFilled = (line: DraftLine): boolean =>
  line.productId !== null || line.description !== '' || line.quantity !== '' || line.unitPrice !== '';

/** Lines with a blank one at the end, to go on typing. */
export function withBlankEnd(lines: readonly DraftLine[]): DraftLine[] {
  const last = lines.at(-1);
  return last && !isFilled(last) ? [...lines] : [...lines, blankLine()];
}

/** A new draft is its author's, unless they say otherwise. */
export const freshDraft = (today: string, ownerId: string): Draft => ({
  kind: 'invoice',
  creditedInvoiceId: null,
  customerId: '',
  customerLabel: '',
  date: today,
  dueDate: '',
  reference: '',
  shipCountry: '',
  paymentTermsId: null,
  note: '',
  ownerId,
  currency: '',
  exchangeRate: null,
  lines: [blankLine()],
  charges: [],
});

export function draftOf(invoice: Invoice): Draft {
  return {
    kind: invoice.kind,
    creditedInvoiceId: invoice.creditedInvoiceId,
    customerId: invoice.customerId,
    customerLabel: invoice.customerName,
    date: invoice.date,
    dueDate: invoice.paymentTermsId === null ? invoice.dueDate : '',
    paymentTermsId: invoice.paymentTermsId,
    reference: invoice.reference ?? '',
    shipCountry: invoice.shipCountry ?? '',
    note: invoice.note ?? '',
    ownerId: invoice.ownerId,
    currency: invoice.inBooks?.gross.currency === invoice.currency ? '' : invoice.currency,
    exchangeRate: invoice.exchangeRate,
    lines: withBlankEnd(
      invoice.lines.map((line) => ({
        key: crypto.randomUUID(),
        productId: line.productId,
        productLabel: line.productCode ?? '',
        description: line.description,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        discount: line.discount === '0' ? '' : percentOf(line.discount),
        taxIds: line.taxIds,
        dimensions: line.dimensions,
        revenueAccountId: line.revenueAccountId,
      })),
    ),
    charges: invoice.charges.map(chargeDraftOf),
  };
}

/** What the contract takes. */
export const invoiceInput = (draft: Draft) => ({
  kind: draft.kind,
  creditedInvoiceId: draft.creditedInvoiceId,
  customerId: draft.customerId,
  date: draft.date,
  ...(draft.dueDate === '' ? {} : { dueDate: draft.dueDate }),
  reference: draft.reference.trim() || null,
  shipCountry: draft.shipCountry.trim() || null,
  paymentTermsId: draft.paymentTermsId,
  note: draft.note.trim() || null,
  ownerId: draft.ownerId,
  ...(draft.currency === '' ? {} : { currency: draft.currency }),
  ...(draft.exchangeRate === null ? {} : { exchangeRate: draft.exchangeRate }),
  lines: draft.lines.filter(isFilled).map((line) => ({
    productId: line.productId,
    ...(line.description.trim() === '' ? {} : { description: line.description }),
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    discount: shareOf(line.discount),
    taxIds: [...line.taxIds],
    dimensions: [...line.dimensions],
    ...(line.revenueAccountId === null ? {} : { revenueAccountId: line.revenueAccountId }),
  })),
  charges: chargeInputs(draft.charges),
});

/** The lines whose numbers are complete, with their keys. */
export const pricedLines = (lines: readonly DraftLine[]) =>
  lines.filter(isFilled).flatMap(({ key, quantity, unitPrice, discount, taxIds }) => {
    const line = { key, quantity, unitPrice, discount: shareOf(discount), taxIds: [...taxIds] };
    const { shape } = newInvoiceLine;
    const isComplete = (['quantity', 'unitPrice', 'discount'] as const).every(
      (name) => shape[name].safeParse(line[name]).success,
    );
    return isComplete ? [line] : [];
  });
