export { issueInvoice } from './invoices/issue-invoice.ts';
export { loadInvoice } from './invoices/load-invoice.ts';
