export * from './api-keys.ts';
export * from './assignments.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './members.ts';
export * from './permissions.ts';
export * from './roles.ts';
export * from './routes.ts';
