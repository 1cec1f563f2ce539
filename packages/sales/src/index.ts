export { loadInvoice } from './invoices/invoice-reads.repository.ts';
export { issueInvoice } from './invoices/issue-invoice.ts';
