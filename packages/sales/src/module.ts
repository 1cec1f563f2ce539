import { defineModule } from '@atlas/platform';
import { salesErrors } from './contract/errors.ts';
import { creditNotePosted, invoicePosted, invoiceVoided } from './contract/events.ts';
import { createInvoice } from './invoices/create-invoice.ts';
import { deleteInvoice } from './invoices/delete-invoice.ts';
import { invoiceDrafts } from './invoices/drafts-check.repository.ts';
import { getInvoice } from './invoices/get-invoice.ts';
import { importInvoices } from './invoices/import-invoices.ts';
import { invoicesMeter } from './invoices/invoices-meter.repository.ts';
import { issueInvoice } from './invoices/issue-invoice.ts';
import { issueInvoices } from './invoices/issue-invoices.ts';
import { listInvoices } from './invoices/list-invoices.ts';
import { postInvoice } from './invoices/post-invoice.ts';
import { updateInvoice } from './invoices/update-invoice.ts';
import { voidInvoice } from './invoices/void-invoice.ts';
import { revenueBreakdownFile } from './reports/breakdown-file.ts';
import { readReceivablesAgeing } from './reports/read-receivables-ageing.ts';
import { readRevenueBreakdown } from './reports/read-revenue-breakdown.ts';

export const sales = defineModule('sales', {
  operations: [
    createInvoice,
    updateInvoice,
    deleteInvoice,
    postInvoice,
    issueInvoice,
    issueInvoices,
    voidInvoice,
    getInvoice,
    listInvoices,
    readRevenueBreakdown,
    readReceivablesAgeing,
  ],
  events: [invoicePosted, creditNotePosted, invoiceVoided],
  errors: salesErrors,
  importables: [importInvoices],
  meters: [invoicesMeter],
  closing: [invoiceDrafts],
  reportables: [revenueBreakdownFile],
});
