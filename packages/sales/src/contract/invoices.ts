import { currencyInput, exchange, inBooks, lineDimension, lineDimensions } from '@atlas/accounting/contract';
import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { invoiceCharge, newInvoiceCharge } from './charges.ts';
import { postingErrors, termErrors } from './invoice-errors.ts';
import { invoiceTax } from './invoice-taxes.ts';

const { currencyCode, date, id, instant, line, money, nonNegativeDecimal, paragraph, positiveDecimal, share, version } = schemas;

export const invoiceKind = z.enum(['invoice', 'credit_note']);
export const invoiceStatus = z.enum(['draft', 'posted', 'voided']);

export const newInvoiceLine = z.object({
  productId: id.nullable().default(null),
  description: line(300).optional().meta({ description: "Left out, the product's name" }),
  quantity: positiveDecimal,
  unitPrice: nonNegativeDecimal,
  discount: share.default('0'),
  taxCodeId: id.nullable().default(null).meta({ description: "Short for one tax; without it and taxIds, the product's" }),
  taxIds: z.array(id).max(20).optional().meta({ description: 'Taxes and groups of taxes; left out, as the tax code says' }),
  revenueAccountId: id.optional().meta({ description: 'Left out, the sales account' }),
  dimensions: lineDimensions.meta({ description: 'What it was for; what the account asks for is added when it is posted' }),
});

const invoiceFields = {
  kind: invoiceKind.default('invoice'),
  customerId: id,
  date,
  dueDate: date.optional().meta({ description: "Left out, by the terms of payment: those named here, or else the customer's" }),
  ...currencyInput,
  reference: line(60).nullable().default(null).meta({ description: 'Name of the document elsewhere: unique in the workspace' }),
  note: paragraph(4000).nullable().default(null),
  shipCountry: line(120).nullable().default(null),
  creditedInvoiceId: id.nullable().default(null).meta({ description: 'The invoice that a credit note takes back' }),
  paymentTermsId: id.nullable().default(null).meta({
    description:
      "When it is to be paid, in instalments or early with a discount; then it says no due date of its own. Null without a due date, the customer's",
  }),
  ownerId: id.nullable().optional().meta({
    description: "Whose it is: scopes of roles go by it; null is nobody's. Left out, yourself; of a draft, whose it was",
  }),
  lines: z.array(newInvoiceLine).min(1).max(1000),
  charges: z
    .array(newInvoiceCharge)
    .max(50)
    .default([])
    .meta({ description: 'Charges of the whole document and discounts on it, each on what stands before it' }),
};

export const newInvoice = z.object(invoiceFields);

export const invoiceLine = z
  .object({
    position: z.int(),
    productId: id.nullable(),
    productCode: z.string().nullable(),
    description: z.string(),
    quantity: schemas.decimal,
    unit: z.string().nullable().meta({ description: 'What the product is counted in' }),
    unitPrice: schemas.decimal,
    discount: schemas.decimal,
    taxCodeId: id.nullable(),
    taxIds: z.array(id),
    taxRate: schemas.decimal.meta({ description: 'Share of the net, where the line owes one tax of percent; otherwise 0' }),
    revenueAccountId: id,
    dimensions: z.array(lineDimension),
    net: money,
    tax: money,
  })
  .meta({ id: 'InvoiceLine' });

export const invoiceSummary = z
  .object({
    id,
    kind: invoiceKind,
    status: invoiceStatus,
    number: z.string().nullable(),
    reference: z.string().nullable(),
    customerId: id,
    customerName: z.string(),
    date,
    dueDate: date,
    net: money,
    tax: money,
    gross: money,
    open: money.meta({ description: 'Still to be paid or credited' }),
    ownerId: id.nullable(),
    version,
  })
  .meta({ id: 'InvoiceSummary' });

export const invoice = invoiceSummary
  .extend({
    customerCode: z.string(),
    currency: currencyCode,
    ...exchange,
    inBooks: inBooks.nullable().meta({ description: 'Null of a draft in another currency' }),
    shipCountry: z.string().nullable(),
    note: z.string().nullable(),
    withheld: money.meta({ description: 'Kept back from the payment' }),
    payable: money.meta({ description: 'gross without what is withheld' }),
    creditedInvoiceId: id.nullable(),
    paymentTermsId: id.nullable(),
    creditNotes: z
      .array(z.object({ id, number: z.string() }))
      .meta({ description: 'Posted credit notes that take this invoice back' }),
    entryId: id.nullable(),
    postedAt: instant.nullable(),
    lines: z.array(invoiceLine),
    charges: z.array(invoiceCharge),
    taxes: z.array(invoiceTax),
  })
  .meta({ id: 'Invoice' });

/** What issuing answers: enough to go on with, without reading the document again. */
export const issuedInvoice = z
  .object({
    id,
    kind: invoiceKind,
    status: invoiceStatus,
    number: z.string(),
    reference: z.string().nullable(),
    customerId: id,
    date,
    dueDate: date,
    net: money,
    tax: money,
    gross: money,
    ...exchange,
    inBooks,
    ownerId: id.nullable(),
    entryId: id,
    version,
  })
  .meta({ id: 'IssuedInvoice' });

/** What the scope and the masks of a grant take hold of. */
const scoped = ['invoices'] as const;
const maskable = ['/note'] as const;

/** What may be wrong by now with what a draft names. */
const keptErrors = ['sales.invalid_credit', 'accounting.not_set_up', 'accounting.unknown_dimension_value'] as const;

export const createInvoice = route({
  name: 'sales.invoice.create',
  method: 'POST',
  path: '/invoices',
  summary: 'Draft an invoice or credit note',
  input: newInvoice,
  output: invoice,
  errors: termErrors,
  status: 201,
  scoped,
  maskable,
});

export const updateInvoice = route({
  name: 'sales.invoice.update',
  method: 'PUT',
  path: '/invoices/{id}',
  summary: 'Replace a draft',
  input: newInvoice.extend({ id, version }),
  output: invoice,
  errors: ['not_found', 'version_conflict', 'sales.invoice_posted', ...termErrors],
  scoped,
  maskable,
});

export const deleteInvoice = route({
  name: 'sales.invoice.delete',
  method: 'DELETE',
  path: '/invoices/{id}',
  summary: 'Delete a draft',
  input: z.object({ id }),
  output: z.object({ id }),
  errors: ['not_found', 'sales.invoice_posted'],
  scoped,
});

export const postInvoice = route({
  name: 'sales.invoice.post',
  method: 'POST',
  path: '/invoices/{id}/posting',
  summary: 'Post a draft: gives it its number and writes its journal entry',
  input: z.object({ id }),
  output: invoice,
  amount: '/inBooks/gross',
  errors: ['not_found', 'sales.invoice_posted', ...postingErrors, ...keptErrors],
  status: 200,
  scoped,
  maskable,
});

export const issueInvoice = route({
  name: 'sales.invoice.issue',
  method: 'POST',
  path: '/issued-invoices',
  summary: 'Create and post an invoice or credit note in one step',
  input: newInvoice,
  output: issuedInvoice,
  amount: '/inBooks/gross',
  errors: [...termErrors, ...postingErrors],
  status: 201,
  scoped,
  maskable,
});

export const issueInvoices = route({
  name: 'sales.invoice.issue_batch',
  method: 'POST',
  path: '/issued-invoices/batch',
  summary: 'Create and post up to 1,000 invoices: all of them or none',
  input: z.object({ invoices: z.array(newInvoice).min(1).max(1000) }),
  output: z.object({ items: z.array(issuedInvoice) }),
  amount: '/items/*/inBooks/gross',
  errors: [...termErrors, ...postingErrors],
  status: 201,
  scoped,
  maskable: ['/invoices/*/note'],
});

export const voidInvoice = route({
  name: 'sales.invoice.void',
  method: 'POST',
  path: '/invoices/{id}/void',
  summary: 'Void a posted invoice by a credit note over all its lines',
  input: z.object({ id, date: date.optional() }),
  output: invoice.meta({ description: 'The credit note' }),
  amount: '/inBooks/gross',
  errors: ['not_found', 'sales.not_voidable', ...postingErrors],
  status: 201,
  scoped,
  maskable,
});

export const getInvoice = route({
  name: 'sales.invoice.get',
  method: 'GET',
  path: '/invoices/{id}',
  summary: 'Read an invoice or credit note with its lines',
  input: z.object({ id }),
  output: invoice,
  errors: ['not_found'],
  scoped,
  maskable,
});

export const listInvoices = route({
  name: 'sales.invoice.list',
  method: 'GET',
  path: '/invoices',
  summary: 'List invoices and credit notes',
  input: pageInput.extend({
    kind: invoiceKind.optional(),
    status: invoiceStatus.optional(),
    customerId: id.optional(),
    ownerId: id.optional(),
    open: schemas.queryFlag.optional().meta({ description: 'Only what is still open' }),
    from: date.optional(),
    to: date.optional(),
    q: line(100).optional().meta({ description: 'Part of the number, the reference or the customer' }),
    sort: z.enum(['date', '-date', 'number', '-number', 'gross', '-gross', 'customer', '-customer']).default('-date'),
  }),
  output: page(invoiceSummary),
  errors: ['invalid_cursor'],
  scoped,
});
