export { issueInvoice } from './invoices/issue-invoice.ts';
