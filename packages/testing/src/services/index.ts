export * from './child.ts';
export * from './pgbouncer.ts';
export * from './ports.ts';
export * from './postgres.ts';
export * from './program.ts';
export * from './redis.ts';
export * from './round-trips.ts';
export * from './system.ts';
