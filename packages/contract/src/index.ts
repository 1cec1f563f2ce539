export * as audit from './audit.ts';
export * from './errors.ts';
export * from './event.ts';
export * from './importable.ts';
export * as jobs from './jobs.ts';
export * from './page.ts';
export * from './route.ts';
export * as schemas from './schemas.ts';
export * from './workspace-header.ts';
