import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { bill, billKind, billStatus, billSummary, issuedBill, newBill } from './bills.ts';

const { date, id, line, version } = schemas;

/** What the scope and the masks of a grant take hold of. */
const scoped = ['bills'] as const;
const maskable = ['/note'] as const;

const termErrors = [
  'payments.unknown_terms',
  'purchasing.terms_say_due_date',
  'purchasing.unknown_supplier',
  'purchasing.unknown_product',
  'duplicate',
  'purchasing.due_before_date',
  'purchasing.invalid_credit',
  'purchasing.amount_too_large',
  'purchasing.net_and_tax',
  'purchasing.rounding_too_large',
  'tax.unknown_tax',
  'tax.not_in_force',
  'tax.indivisible',
  'tax.amount_too_large',
  'tax.no_account',
  'accounting.own_currency',
  'accounting.no_account_for_role',
  'accounting.not_set_up',
  'accounting.unknown_account',
  'accounting.unknown_dimension_value',
  'accounting.account_takes_no_postings',
  'accounting.control_account',
  'too_many_decimals',
  'unknown_owner',
  'owner_out_of_reach',
] as const;
const postingErrors = [
  'accounting.no_period',
  'accounting.period_closed',
  'accounting.area_locked',
  'accounting.no_rate',
  'accounting.stale_rate',
  'purchasing.nothing_to_post',
  'purchasing.total_differs',
  'purchasing.credit_exceeds_open',
] as const;

export const createBill = route({
  name: 'purchasing.bill.create',
  method: 'POST',
  path: '/bills',
  summary: 'Draft a bill or a credit note of a supplier',
  input: newBill,
  output: bill,
  errors: termErrors,
  status: 201,
  scoped,
  maskable,
});

export const receiveBill = route({
  name: 'purchasing.bill.receive',
  method: 'POST',
  path: '/received-bills',
  summary: 'Draft a bill from an electronic invoice, which is attached to it: its nets and its total as it says them',
  input: z.object({
    xml: z
      .string()
      .min(1)
      .max(4_000_000)
      .meta({ description: 'UBL 2.1 Invoice or CreditNote, or UN/CEFACT Cross Industry Invoice' }),
    accountId: id.meta({ description: 'Where its lines are posted until somebody says otherwise' }),
    supplierId: id.optional().meta({ description: 'Left out, whose VAT identifier or name it carries' }),
    ownerId: newBill.shape.ownerId,
  }),
  output: bill,
  errors: [
    'einvoicing.malformed_xml',
    'einvoicing.unknown_document',
    'purchasing.unusable_e_invoice',
    'attachment_too_large',
    ...termErrors,
  ],
  status: 201,
  scoped,
  maskable: [],
});

export const updateBill = route({
  name: 'purchasing.bill.update',
  method: 'PUT',
  path: '/bills/{id}',
  summary: 'Replace a draft',
  input: newBill.extend({ id, version }),
  output: bill,
  errors: ['not_found', 'version_conflict', 'purchasing.bill_posted', ...termErrors],
  scoped,
  maskable,
});

export const deleteBill = route({
  name: 'purchasing.bill.delete',
  method: 'DELETE',
  path: '/bills/{id}',
  summary: 'Delete a draft',
  input: z.object({ id }),
  output: z.object({ id }),
  errors: ['not_found', 'purchasing.bill_posted'],
  scoped,
});

export const postBill = route({
  name: 'purchasing.bill.post',
  method: 'POST',
  path: '/bills/{id}/posting',
  summary: 'Post a draft: gives it its number and writes its journal entry',
  input: z.object({ id }),
  output: bill,
  amount: '/inBooks/gross',
  errors: [
    'accounting.unknown_dimension_value',
    'not_found',
    'purchasing.bill_posted',
    'purchasing.invalid_credit',
    'payments.unknown_terms',
    'accounting.not_set_up',
    ...postingErrors,
  ],
  status: 200,
  scoped,
  maskable,
});

export const issueBill = route({
  name: 'purchasing.bill.issue',
  method: 'POST',
  path: '/posted-bills',
  summary: 'Create and post a bill or a credit note of a supplier in one step',
  input: newBill,
  output: issuedBill,
  amount: '/inBooks/gross',
  errors: [...termErrors, ...postingErrors],
  status: 201,
  scoped,
  maskable,
});

export const voidBill = route({
  name: 'purchasing.bill.void',
  method: 'POST',
  path: '/bills/{id}/void',
  summary: 'Void a posted bill by a credit note over all its lines',
  input: z.object({ id, date: date.optional() }),
  output: bill.meta({ description: 'The credit note' }),
  amount: '/inBooks/gross',
  errors: ['not_found', 'purchasing.not_voidable', ...postingErrors],
  status: 201,
  scoped,
  maskable,
});

export const getBill = route({
  name: 'purchasing.bill.get',
  method: 'GET',
  path: '/bills/{id}',
  summary: 'Read a bill or a credit note of a supplier with its lines',
  input: z.object({ id }),
  output: bill,
  errors: ['not_found'],
  scoped,
  maskable,
});

export const listBills = route({
  name: 'purchasing.bill.list',
  method: 'GET',
  path: '/bills',
  summary: 'List bills and credit notes of suppliers',
  input: pageInput.extend({
    kind: billKind.optional(),
    status: billStatus.optional(),
    supplierId: id.optional(),
    supplierNumber: line(60).optional().meta({ description: "The supplier's number, whole, in letters of any case" }),
    ownerId: id.optional(),
    open: schemas.queryFlag.optional().meta({ description: 'Only what is still open' }),
    from: date.optional(),
    to: date.optional(),
    q: line(100).optional().meta({ description: "Part of the number, the supplier's number or the supplier" }),
    sort: z.enum(['date', '-date', 'number', '-number', 'gross', '-gross', 'supplier', '-supplier']).default('-date'),
  }),
  output: page(billSummary),
  errors: ['invalid_cursor'],
  scoped,
});
