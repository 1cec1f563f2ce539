export * from './bank-accounts.ts';
export * from './csv-mappings.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './statement-imports.ts';
export * from './statements.ts';
