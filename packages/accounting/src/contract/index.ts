export * from './accounts.ts';
export * from './company.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './journals.ts';
export * from './periods.ts';
export * from './reports.ts';
