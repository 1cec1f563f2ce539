import { join } from 'node:path';
import type { FunctionSpec } from './instance.ts';

/** Migrations as they are deployed: the bundle, and the settings of its function. */
export const migrateFunction = (environment: Readonly<Record<string, string>>): FunctionSpec => ({
  name: 'migrate',
  folder: join(import.meta.dirname, '..', '..', '..', '..', 'functions', 'migrate', 'dist'),
  handler: 'handler.handler',
  environment: { NODE_ENV: 'production', ...environment },
  memoryMb: 1024,
  timeoutMs: 15 * 60_000,
});
