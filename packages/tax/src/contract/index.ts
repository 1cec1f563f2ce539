export * from './calculation.ts';
export * from './charges.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './price-mapping.ts';
export * from './report.ts';
export * from './settings.ts';
export * from './taxes.ts';
