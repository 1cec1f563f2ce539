import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id } = schemas;

export const sellerSaved = event({
  name: 'einvoicing.seller.saved',
  summary: 'What electronic invoices say of the company was changed',
  payload: z.object({ version: z.int() }),
});

export const invoicePaperRequested = event({
  name: 'einvoicing.invoice_paper.requested',
  summary: 'Somebody asked for an invoice as PDF',
  payload: z.object({ paperId: id }),
});
export const invoicePrinted = event({
  name: 'einvoicing.invoice.printed',
  summary: 'An invoice was written as PDF',
  payload: z.object({
    invoiceId: id,
    paperId: id,
    edition: z.int(),
    isElectronic: z.boolean().meta({ description: 'Whether it carries its electronic invoice' }),
  }),
});
export const invoiceMailRequested = event({
  name: 'einvoicing.invoice_mail.requested',
  summary: 'Somebody asked for an invoice to be mailed to its customer, or to somebody named beside',
  payload: z.object({ mailId: id, invoiceId: id }),
});
