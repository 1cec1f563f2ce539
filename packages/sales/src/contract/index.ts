export { newInvoiceCharge } from './charges.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './imports.ts';
export * from './invoices.ts';
export * from './reports.ts';
