export * from './bill-attachments.ts';
export * from './bill-routes.ts';
export * from './bills.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './imports.ts';
