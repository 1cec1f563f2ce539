import { printInvoice } from './print-invoice.ts';
import { getInvoicePaper, readInvoicePaper } from './read-paper.ts';

/** Invoices as PDF. */
export const paperOperations = [printInvoice, getInvoicePaper, readInvoicePaper] as const;
