export * from './audit.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './impersonation.ts';
export * from './usage.ts';
export * from './workspace-changes.ts';
export * from './workspaces.ts';
