import {
  add,
  type Currency,
  decimal,
  decimalOf,
  decimalText,
  moneyJson,
  multiply,
  one,
  roundToMoney,
  subtract,
} from '@atlas/kernel';
import type { getInvoice } from '@atlas/sales/contract';
import type { z } from 'zod';
import type { MoneyText } from '@/lib/format.tsx';

export type Invoice = z.output<typeof getInvoice.output>;

/** A line as it is typed. Numbers are decimal text or whatever was typed instead; the discount is in per cent. */
export type DraftLine = {
  key: string;
  productId: string | null;
  productLabel: string;
  description: string;
  quantity: string;
  unitPrice: string;
  discount: string;
  taxCodeId: string | null;
  revenueAccountId: string | null;
};

export type Draft = {
  customerId: string;
  customerLabel: string;
  date: string;
  dueDate: string;
  reference: string;
  shipCountry: string;
  note: string;
  ownerId: string | null;
  lines: readonly DraftLine[];
};

export const blankLine = (): DraftLine => ({
  key: crypto.randomUUID(),
  productId: null,
  productLabel: '',
  description: '',
  quantity: '',
  unitPrice: '',
  discount: '',
  taxCodeId: null,
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
  customerId: '',
  customerLabel: '',
  date: today,
  dueDate: '',
  reference: '',
  shipCountry: '',
  note: '',
  ownerId,
  lines: [blankLine()],
});

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

export function draftOf(invoice: Invoice): Draft {
  return {
    customerId: invoice.customerId,
    customerLabel: invoice.customerName,
    date: invoice.date,
    dueDate: invoice.dueDate,
    reference: invoice.reference ?? '',
    shipCountry: invoice.shipCountry ?? '',
    note: invoice.note ?? '',
    ownerId: invoice.ownerId,
    lines: withBlankEnd(
      invoice.lines.map((line) => ({
        key: crypto.randomUUID(),
        productId: line.productId,
        productLabel: line.productCode ?? '',
        description: line.description,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        discount: line.discount === '0' ? '' : percentOf(line.discount),
        taxCodeId: line.taxCodeId,
        revenueAccountId: line.revenueAccountId,
      })),
    ),
  };
}

/** What the contract takes. */
export const invoiceInput = (draft: Draft) => ({
  customerId: draft.customerId,
  date: draft.date,
  ...(draft.dueDate === '' ? {} : { dueDate: draft.dueDate }),
  reference: draft.reference.trim() || null,
  shipCountry: draft.shipCountry.trim() || null,
  note: draft.note.trim() || null,
  ownerId: draft.ownerId,
  lines: draft.lines.filter(isFilled).map((line) => ({
    productId: line.productId,
    ...(line.description.trim() === '' ? {} : { description: line.description }),
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    discount: shareOf(line.discount),
    taxCodeId: line.taxCodeId,
    ...(line.revenueAccountId === null ? {} : { revenueAccountId: line.revenueAccountId }),
  })),
});

export type Priced = { net: MoneyText; tax: MoneyText };

/**
 * Prices a line as the server does: net = quantity × price × (1 − discount), tax = net × rate, each settled to the
 * cent half away from zero.
 *
 * @returns null while the numbers are not complete
 */
export function priceLine(line: DraftLine, taxRate: string, currency: Currency): Priced | null {
  const discount = shareOf(line.discount);
  if (![line.quantity, line.unitPrice, discount, taxRate].every(isNumber)) return null;
  const full = multiply(decimal(line.quantity), decimal(line.unitPrice));
  const net = roundToMoney(multiply(full, subtract(one, decimal(discount))), currency);
  const tax = roundToMoney(multiply(decimalOf(net), decimal(taxRate)), currency);
  return { net: moneyJson(net.minor, currency), tax: moneyJson(tax.minor, currency) };
}

export type Totals = { net: MoneyText; tax: MoneyText; gross: MoneyText };

/** The sums of priced lines. */
export function totalsOf(lines: readonly (Priced | null)[], currency: Currency): Totals {
  const sum = (amounts: readonly string[]): MoneyText => {
    const total = amounts.reduce((all, amount) => add(all, decimal(amount)), decimal('0'));
    return moneyJson(roundToMoney(total, currency).minor, currency);
  };
  const priced = lines.filter((line) => line !== null);
  const nets = priced.map(({ net }) => net.amount);
  const taxes = priced.map(({ tax }) => tax.amount);
  return { net: sum(nets), tax: sum(taxes), gross: sum([...nets, ...taxes]) };
}
