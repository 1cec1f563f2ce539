import { defineModule } from '@atlas/platform';
import { einvoicingErrors } from './contract/errors.ts';
import { invoiceMailRequested, invoicePaperRequested, invoicePrinted, sellerSaved } from './contract/events.ts';
import { checkEInvoice } from './invoices/check-e-invoice.ts';
import { exportEInvoice } from './invoices/export-e-invoice.ts';
import { mailInvoiceJob } from './jobs/mail-invoice.job.ts';
import { writePaperJob } from './jobs/write-paper.job.ts';
import { listInvoiceMails, mailInvoice } from './mails/mail-invoice.ts';
import { paperOperations } from './papers/operations.ts';
import { getSeller } from './sellers/get-seller.ts';
import { saveSeller } from './sellers/save-seller.ts';

export const einvoicing = defineModule('einvoicing', {
  operations: [checkEInvoice, exportEInvoice, ...paperOperations, mailInvoice, listInvoiceMails, getSeller, saveSeller],
  jobs: [writePaperJob, mailInvoiceJob],
  events: [sellerSaved, invoicePaperRequested, invoicePrinted, invoiceMailRequested],
  errors: einvoicingErrors,
});
