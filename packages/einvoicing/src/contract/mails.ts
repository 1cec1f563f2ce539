import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant } = schemas;

export const invoiceMail = z
  .object({
    id,
    invoiceId: id,
    status: z
      .enum(['queued', 'requested', 'sent', 'refused', 'suppressed', 'expired', 'no_address', 'no_vendor', 'no_paper'])
      .meta({ description: 'What became of it; without an address, a vendor or a PDF there is none' }),
    address: z.string().nullable().meta({ description: "Somebody who was named beside; null is the customer's own address" }),
    requestedBy: id.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'InvoiceMail' });

/** Addresses that one request names beside the customer's own. */
export const mostMailAddresses = 5;

const scoped = ['invoices'] as const;

export const mailInvoice = route({
  name: 'einvoicing.invoice.mail',
  method: 'POST',
  path: '/invoices/{id}/mails',
  summary:
    'Mail a posted invoice or credit note to its customer and to others, as PDF with its electronic invoice inside (a job)',
  input: z
    .object({
      id,
      toCustomer: z.boolean().default(true).meta({ description: "Whether it goes to the customer's own address" }),
      addresses: z
        .array(z.email().max(320))
        .max(mostMailAddresses)
        .default([])
        .meta({ description: 'Whom else it goes to: each by a mail of their own, which names no other; named twice, once' }),
    })
    .refine(({ toCustomer, addresses }) => toCustomer || addresses.length > 0, {
      path: ['addresses'],
      message: 'Name somebody whom it goes to.',
    }),
  output: invoiceMail.extend({ others: z.array(invoiceMail).meta({ description: 'The mails to further addresses' }) }),
  errors: ['not_found', 'einvoicing.not_posted', 'einvoicing.no_address', 'accounting.not_set_up'],
  status: 202,
  scoped,
});

export const listInvoiceMails = route({
  name: 'einvoicing.invoice_mail.list',
  method: 'GET',
  path: '/invoices/{id}/mails',
  summary: 'List the mails with which an invoice was sent, newest first: 50 at most',
  input: z.object({ id }),
  output: z.object({ items: z.array(invoiceMail) }),
  errors: ['not_found'],
  scoped,
});
