export { readEInvoice } from './invoices/read-document.ts';
