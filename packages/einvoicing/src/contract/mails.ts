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
    requestedBy: id.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'InvoiceMail' });

const scoped = ['invoices'] as const;

export const mailInvoice = route({
  name: 'einvoicing.invoice.mail',
  method: 'POST',
  path: '/invoices/{id}/mails',
  summary: 'Mail a posted invoice or credit note to its customer, as PDF with its electronic invoice inside (a job)',
  input: z.object({ id }),
  output: invoiceMail,
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
