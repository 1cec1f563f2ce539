export * from './errors.ts';
export * from './events.ts';
export * from './imports.ts';
export * from './products.ts';
export * from './terms.ts';
