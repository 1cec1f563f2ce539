import { currencyInput, exchange, inBooks, lineDimension, lineDimensions } from '@atlas/accounting/contract';
import { schemas } from '@atlas/contract';
import { taxOperations } from '@atlas/tax/contract';
import { z } from 'zod';

const { amount, currencyCode, date, decimal, id, instant, line, money, nonNegativeDecimal, paragraph, share, version } = schemas;

export const billKind = z.enum(['bill', 'credit_note']);
export const billStatus = z.enum(['draft', 'posted', 'voided']);

export const newBillLine = z.object({
  productId: id.nullable().default(null),
  description: line(300).optional().meta({ description: "Left out, the product's name" }),
  quantity: decimal
    .refine((text) => /[1-9]/.test(text), 'must not be zero')
    .meta({ description: 'With a minus, what the same document takes off' }),
  unitPrice: nonNegativeDecimal,
  discount: share.default('0'),
  net: amount.optional().meta({ description: 'What the document says that the line comes to. Left out, it is worked out' }),
  taxIds: z.array(id).max(20).default([]),
  accountId: id.meta({ description: 'The expense, or what is owned since' }),
  dimensions: lineDimensions.meta({ description: 'What it was for; what the account asks for is added when it is posted' }),
});

export const newBill = z.object({
  kind: billKind.default('bill'),
  supplierId: id,
  supplierNumber: line(60)
    .nullable()
    .default(null)
    .meta({ description: "The supplier's number, once for each supplier and kind. Only credit notes may do without one" }),
  date: date.meta({ description: 'What the document says' }),
  postingDate: date.optional().meta({ description: 'Day in the books. Left out, the date of the document' }),
  dueDate: date.optional().meta({ description: "Left out, by the terms of payment: those named here, or else the supplier's" }),
  paymentTermsId: id.nullable().default(null).meta({
    description:
      "When it is to be paid, in instalments or early with a discount; then it says no due date of its own. Null without a due date, the supplier's",
  }),
  ...currencyInput,
  total: amount.nullable().default(null).meta({
    description: "The supplier's total with tax: what is posted must be equal to the cent. Left out, it is not compared",
  }),
  rounding: amount.default('0').meta({ description: 'What the document rounds its total by: a difference of less than one' }),
  note: paragraph(4000).nullable().default(null),
  creditedBillId: id.nullable().default(null).meta({ description: 'The bill that a credit note takes back' }),
  ownerId: id.nullable().optional().meta({
    description: "Whose it is: scopes of roles go by it; null is nobody's. Left out, yourself; of a draft, whose it was",
  }),
  lines: z.array(newBillLine).min(1).max(1000),
});

const billLine = z
  .object({
    position: z.int(),
    productId: id.nullable(),
    productCode: z.string().nullable(),
    description: z.string(),
    quantity: decimal,
    unitPrice: decimal,
    discount: decimal,
    isNetGiven: z.boolean().meta({ description: 'The net is what the document says' }),
    taxIds: z.array(id),
    accountId: id,
    accountCode: z.string(),
    dimensions: z.array(lineDimension),
    net: money,
    tax: money,
  })
  .meta({ id: 'BillLine' });

/** What posting answers: enough to go on with, without reading the document again. */
export const issuedBill = z
  .object({
    id,
    kind: billKind,
    status: billStatus,
    number: z.string(),
    supplierNumber: z.string().nullable(),
    supplierId: id,
    date,
    postingDate: date,
    dueDate: date,
    net: money,
    tax: money,
    gross: money,
    ...exchange,
    inBooks: inBooks.meta({ description: 'What the document rounds by is part of the net' }),
    ownerId: id.nullable(),
    entryId: id,
    version,
  })
  .meta({ id: 'IssuedBill' });

export const billSummary = issuedBill
  .omit({ entryId: true, exchangeRate: true, inBooks: true })
  .extend({
    number: z.string().nullable(),
    supplierName: z.string(),
    open: money.meta({ description: 'Still to be paid or credited' }),
  })
  .meta({ id: 'BillSummary' });

const billTax = z
  .object({
    taxId: id,
    code: z.string(),
    name: z.string(),
    operation: z.enum(taxOperations),
    value: decimal,
    base: money,
    amount: money,
  })
  .meta({ id: 'BillTax' });

export const bill = billSummary
  .extend({
    supplierCode: z.string(),
    currency: currencyCode,
    ...exchange,
    inBooks: inBooks.nullable().meta({ description: 'Null of a draft in another currency' }),
    rounding: money,
    total: money.nullable().meta({ description: "The supplier's total" }),
    withheld: money.meta({ description: 'What is kept back from the payment' }),
    note: z.string().nullable(),
    paymentTermsId: id.nullable(),
    creditedBillId: id.nullable(),
    creditNotes: z.array(z.object({ id, number: z.string() })).meta({ description: 'Posted credit notes that take this back' }),
    entryId: id.nullable(),
    postedAt: instant.nullable(),
    taxes: z.array(billTax),
    lines: z.array(billLine),
  })
  .meta({ id: 'Bill' });
