export * from './document.ts';
export * from './e-invoices.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './mails.ts';
export * from './papers.ts';
export * from './sellers.ts';
