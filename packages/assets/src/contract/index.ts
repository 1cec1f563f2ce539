export * from './assets.ts';
export * from './categories.ts';
export * from './deferrals.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './reports.ts';
export * from './runs.ts';
export * from './schedule.ts';
